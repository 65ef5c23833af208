using System.Text.Json.Serialization;

namespace MamConsole.Server.Audit;

/// <summary>Who did it. Closed: a person, a device, or a job of this server.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Person), "person")]
[JsonDerivedType(typeof(Device), "device")]
[JsonDerivedType(typeof(Job), "job")]
internal abstract record Actor
{
    private Actor() { }

    /// <summary>How the actor is found: an object id, an enrollment's id, a job's name.</summary>
    [JsonIgnore]
    public string Id => Match(person => person.ObjectId.ToString("D"), device => device.EnrollmentId, job => job.Name);

    /// <summary>How the actor is shown.</summary>
    [JsonIgnore]
    public string DisplayName => Match(person => person.Name, device => device.Name, job => job.Name);

    [JsonIgnore]
    public ActorKind Kind => Match(_ => ActorKind.Person, _ => ActorKind.Device, _ => ActorKind.Job);

    public T Match<T>(Func<Person, T> person, Func<Device, T> device, Func<Job, T> job) =>
        this switch
        {
            Person p => person(p),
            Device d => device(d),
            Job j => job(j),
            _ => throw new InvalidOperationException("An actor is a person, a device or a job."),
        };

    /// <summary>Somebody at the console or with an API token, or whose token a device brought that is not enrolled.</summary>
    public sealed record Person(Guid ObjectId, string Name) : Actor;

    /// <summary>A device that checked in.</summary>
    public sealed record Device(string EnrollmentId, string Name) : Actor;

    /// <summary>A job of this server.</summary>
    public sealed record Job(string Name) : Actor;
}
