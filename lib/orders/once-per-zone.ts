/** Builds a schema once for each time zone: zod compiles a schema when it is first used, which costs more than reading a row. */
export function oncePerZone<Schema>(build: (zone: string) => Schema): (zone: string) => Schema {
  const built = new Map<string, Schema>();
  return (zone) => {
    const schema = built.get(zone) ?? build(zone);
    built.set(zone, schema);
    return schema;
  };
}
