package network.spheron.dao.figures;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.deployment.Deployment;
import network.spheron.dao.chain.deployment.DeploymentPlan;
import network.spheron.dao.chain.deployment.ProposalClass;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.ProposalPolicy;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.messaging.TopicSetup;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.TestKafka;
import network.spheron.dao.testing.TestKeys;

/** PostgreSQL, Kafka and a chain with the contracts, for one run. What is committed is on the disk, as in production. */
final class Backing {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final String USER = "postgres";

    private Backing() {}

    /** Starts all of it, to end with this program, and answers with what the application has to know of it. */
    static Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(startChain());
        configuration.put("quarkus.datasource.jdbc.url", startDatabase());
        configuration.put("quarkus.datasource.username", USER);
        configuration.put("quarkus.datasource.password", USER);
        configuration.put("kafka.bootstrap.servers", TestKafka.bootstrapServers());
        TopicSetup.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
        return configuration;
    }

    @SuppressWarnings("resource") // It ends with this program.
    private static String startDatabase() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("max_connections", "100")
                    .start();
            return server.getJdbcUrl(USER, USER);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private static Map<String, String> startChain() {
        TestChain chain = TestChain.shared();
        String deployer = TestKeys.key(0).privateKey();
        Map<String, String> configuration = new HashMap<>(
                Deployment.run(URI.create(chain.rpcUrl()), deployer, plan()).configuration());
        configuration.put("spheron.chain.rpc-url", chain.rpcUrl());
        configuration.put("spheron.chain.relay-key", TestKeys.key(3).privateKey());
        return configuration;
    }

    /** A plan with short windows; nothing is decided here. */
    private static DeploymentPlan plan() {
        String holder = TestKeys.key(2).address();
        Map<ProposalClass, ProposalPolicy.Rules> rules = new EnumMap<>(ProposalClass.class);
        for (ProposalClass each : ProposalClass.values()) {
            rules.put(each, new ProposalPolicy.Rules(BigInteger.ONE, 400, 5_000, 1, 10, 0));
        }
        return new DeploymentPlan(
                1,
                holder,
                holder,
                holder,
                Map.of(holder, MILLION),
                Map.of(holder, MILLION),
                List.of(holder),
                1,
                List.of(new DeploymentPlan.BudgetLine("Ecosystem Funds", MILLION, 1, MILLION)),
                new Treasury.Floors(0, BigInteger.ONE, 1, 1, 1, 1, 1, 1, 1, 10_000, 10_000),
                new DeploymentPlan.Voting(BigInteger.ZERO, rules, MILLION, 1, 1, 10),
                new BidElection.Rules(1, 2_000, 10, BigInteger.ONE),
                new MilestoneEscrow.ChallengeRules(BigInteger.ONE, BigInteger.ONE, 10));
    }
}
