using System.Text.Json.Serialization;

namespace MamConsole.Server.Audit;

/// <summary>Who performed an action. Closed: a person, a device, or a job of this server.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Person), "person")]
[JsonDerivedType(typeof(Device), "device")]
[JsonDerivedType(typeof(Job), "job")]
internal abstract record Actor
{
    private Actor() { }

    /// <summary>The ID of the actor: an object ID, an enrollment ID or a job's name.</summary>
    [JsonIgnore]
    public string Id => Match(person => person.ObjectId.ToString("D"), device => device.EnrollmentId, job => job.Name);

    /// <summary>The display name of the actor.</summary>
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

    /// <summary>A user of the console or of an API token, or the user of the token that an unenrolled device sent.</summary>
    public sealed record Person(Guid ObjectId, string Name) : Actor;

    /// <summary>A device that checked in.</summary>
    public sealed record Device(string EnrollmentId, string Name) : Actor;

    /// <summary>A job of this server.</summary>
    public sealed record Job(string Name) : Actor;
}
