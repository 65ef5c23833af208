using System.Xml;
using System.Xml.Schema;

namespace MamConsole.Tests.PolicyEngine.AppRules;

/// <summary>
/// The schema of a RuleCollection from docs/reference/wip-authoring.md §5.2, limited to what lists of protected apps use.
/// </summary>
internal static class AppLockerSchema
{
    private const string Grammar = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:simpleType name="Guid"><xs:restriction base="xs:string"><xs:pattern value="[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="Name"><xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="1024"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="Description"><xs:restriction base="xs:string"><xs:maxLength value="1024"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="Sid"><xs:restriction base="xs:string"><xs:pattern value="S-1(-[0-9]+)+"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="Action"><xs:restriction base="xs:string"><xs:enumeration value="Allow"/><xs:enumeration value="Deny"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="Kind"><xs:restriction base="xs:string"><xs:enumeration value="Exe"/><xs:enumeration value="Appx"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="Version"><xs:restriction base="xs:string"><xs:pattern value="\*|[0-9]{1,5}(\.[0-9]{1,5}){3}"/></xs:restriction></xs:simpleType>
          <xs:complexType name="Condition">
            <xs:sequence>
              <xs:element name="BinaryVersionRange">
                <xs:complexType>
                  <xs:attribute name="LowSection" type="Version" use="required"/>
                  <xs:attribute name="HighSection" type="Version" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="PublisherName" type="Name" use="required"/>
            <xs:attribute name="ProductName" type="Name" use="required"/>
            <xs:attribute name="BinaryName" type="Name" use="required"/>
          </xs:complexType>
          <xs:attributeGroup name="Rule">
            <xs:attribute name="Id" type="Guid" use="required"/>
            <xs:attribute name="Name" type="Name" use="required"/>
            <xs:attribute name="Description" type="Description" use="required"/>
            <xs:attribute name="UserOrGroupSid" type="Sid" use="required"/>
            <xs:attribute name="Action" type="Action" use="required"/>
          </xs:attributeGroup>
          <xs:complexType name="Path"><xs:attribute name="Path" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="32767"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType>
          <xs:complexType name="Hash">
            <xs:sequence>
              <xs:element name="FileHash" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="Type" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="SHA256"/><xs:enumeration value="SHA256Flat"/><xs:enumeration value="SHA1"/></xs:restriction></xs:simpleType></xs:attribute>
                  <xs:attribute name="Data" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="0x([0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})"/></xs:restriction></xs:simpleType></xs:attribute>
                  <xs:attribute name="SourceFileName" type="xs:string"/>
                  <xs:attribute name="SourceFileLength" type="xs:integer"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
          <xs:complexType name="Exceptions">
            <xs:choice maxOccurs="unbounded"><xs:element name="FilePublisherCondition" type="Condition"/><xs:element name="FilePathCondition" type="Path"/><xs:element name="FileHashCondition" type="Hash"/></xs:choice>
          </xs:complexType>
          <xs:element name="RuleCollection">
            <xs:complexType>
              <xs:choice minOccurs="0" maxOccurs="unbounded">
                <xs:element name="FilePublisherRule">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="Conditions"><xs:complexType><xs:sequence><xs:element name="FilePublisherCondition" type="Condition"/></xs:sequence></xs:complexType></xs:element>
                      <xs:element name="Exceptions" type="Exceptions" minOccurs="0"/>
                    </xs:sequence>
                    <xs:attributeGroup ref="Rule"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="FilePathRule">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="Conditions"><xs:complexType><xs:sequence><xs:element name="FilePathCondition" type="Path"/></xs:sequence></xs:complexType></xs:element>
                      <xs:element name="Exceptions" type="Exceptions" minOccurs="0"/>
                    </xs:sequence>
                    <xs:attributeGroup ref="Rule"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="FileHashRule">
                  <xs:complexType>
                    <xs:sequence><xs:element name="Conditions"><xs:complexType><xs:sequence><xs:element name="FileHashCondition" type="Hash"/></xs:sequence></xs:complexType></xs:element></xs:sequence>
                    <xs:attributeGroup ref="Rule"/>
                  </xs:complexType>
                </xs:element>
              </xs:choice>
              <xs:attribute name="Type" type="Kind" use="required"/>
            </xs:complexType>
            <xs:unique name="Ids"><xs:selector xpath="*"/><xs:field xpath="@Id"/></xs:unique>
          </xs:element>
        </xs:schema>
        """;

    private static readonly XmlSchemaSet Schemas = Load();

    /// <summary>Validates the text and throws <see cref="XmlSchemaValidationException"/> when it violates the schema.</summary>
    public static void Check(string ruleCollection)
    {
        using var reader = XmlReader.Create(
            new StringReader(ruleCollection),
            new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas }
        );
        while (reader.Read()) { }
    }

    private static XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(new StringReader(Grammar));
        schemas.Add(null, reader);
        schemas.Compile();
        return schemas;
    }
}
