import { createHash } from "node:crypto";

/** A shard's ports on 127.0.0.1. */
export interface Ports {
  readonly http: number;
  readonly tcp: number;
}

/** Somebody who may ask the servers, and with which rights. */
export interface Account {
  readonly user: string;
  readonly password: string;
}

/** May load and create. */
export const loader: Account = { user: "loader", password: "load 装载 <1>" };
/** As docs/clickhouse.md asks of the operator: reads, and may choose settings for its own queries. */
export const reader: Account = { user: "evaluate", password: "p@ss:读/%?#&'\"" };
/** The strictest kind: may not choose a setting, so its profile holds those that matter. */
export const strictReader: Account = { user: "evaluate_strict", password: "strict" };
/** May see one database, and `system` as all may. */
export const fencedReader: Account = { user: "evaluate_fenced", password: "fenced" };
/** Strict, with nothing else in its profile. */
export const plainReader: Account = { user: "evaluate_plain", password: "plain" };
/** Strict too, but with a profile that would cut answers short. */
export const carelessReader: Account = { user: "evaluate_careless", password: "careless" };
/** Reads, but has 20 megabytes. */
export const poorReader: Account = { user: "evaluate_poor", password: "poor" };

const accounts: readonly (Account & { profile: string; only?: string })[] = [
  { ...fencedReader, profile: "evaluate", only: "gov" },
  { ...loader, profile: "default" },
  { ...reader, profile: "evaluate" },
  { ...strictReader, profile: "evaluate_strict" },
  { ...plainReader, profile: "evaluate_plain" },
  { ...carelessReader, profile: "careless" },
  { ...poorReader, profile: "poor" },
];

export function serverConfig(folder: string, { http, tcp }: Ports, shards: readonly Ports[]): string {
  const replicas = shards.map(
    (shard) => `<shard><replica><host>127.0.0.1</host><port>${shard.tcp}</port>
        <user>${loader.user}</user><password>${escaped(loader.password)}</password></replica></shard>`,
  );
  return `<?xml version="1.0"?>
<yandex>
  <logger>
    <level>warning</level><log>${folder}/server.log</log><errorlog>${folder}/server.err.log</errorlog>
    <size>10M</size><count>1</count>
  </logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><user_files_path>${folder}/files/</user_files_path>
  <timezone>Asia/Shanghai</timezone>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size><uncompressed_cache_size>0</uncompressed_cache_size>
  <max_concurrent_queries>50</max_concurrent_queries>
  <remote_servers><${clusterName}>
    ${replicas.join("\n    ")}
  </${clusterName}></remote_servers>
</yandex>
`;
}

export const clusterName = "two_shards";

export function usersConfig(): string {
  const users = accounts.map(
    ({ user, password, profile, only }) => `<${user}>
      <password_sha256_hex>${sha256(password)}</password_sha256_hex><networks><ip>127.0.0.1</ip></networks>
      <profile>${profile}</profile><quota>default</quota>
      ${only === undefined ? "" : `<allow_databases><database>${only}</database></allow_databases>`}
    </${user}>`,
  );
  return `<?xml version="1.0"?>
<yandex>
  <profiles>
    <default>
      <max_threads>2</max_threads><max_memory_usage>4000000000</max_memory_usage>
      <background_pool_size>2</background_pool_size>
      <connect_timeout_with_failover_ms>300</connect_timeout_with_failover_ms>
      <load_balancing>in_order</load_balancing>
      <allow_experimental_low_cardinality_type>1</allow_experimental_low_cardinality_type>
    </default>
    <evaluate><profile>default</profile><readonly>2</readonly></evaluate>
    <evaluate_strict>
      <profile>default</profile>
      <max_execution_time>600</max_execution_time><join_use_nulls>1</join_use_nulls>
      <max_query_size>67108864</max_query_size><max_ast_elements>10000000</max_ast_elements>
      <max_expanded_ast_elements>10000000</max_expanded_ast_elements>
      <readonly>1</readonly>
    </evaluate_strict>
    <evaluate_plain><profile>default</profile><readonly>1</readonly></evaluate_plain>
    <careless>
      <profile>default</profile>
      <join_use_nulls>1</join_use_nulls><skip_unavailable_shards>1</skip_unavailable_shards>
      <readonly>1</readonly>
    </careless>
    <poor><profile>default</profile><max_memory_usage>20000000</max_memory_usage><readonly>2</readonly></poor>
  </profiles>
  <users>
    ${users.join("\n    ")}
  </users>
  <quotas><default><interval>
    <duration>3600</duration><queries>0</queries><errors>0</errors>
    <result_rows>0</result_rows><read_rows>0</read_rows><execution_time>0</execution_time>
  </interval></default></quotas>
</yandex>
`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
