package network.spheron.dao.chain.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import network.spheron.dao.chain.node.NodeLog;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoTimelock;

/** Who holds which role of the timelock, by its own events; every role ever granted is looked at. */
final class Roles {
    private static final String TOPIC = "roles";
    private static final String ADMIN = "0x" + "0".repeat(64);
    private static final Map<String, String> NAMES = names();

    private final OnChain chain;
    private final Map<String, Set<String>> holders = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Roles(OnChain chain) {
        this.chain = chain;
        NAMES.keySet().forEach(role -> holders.put(role, new TreeSet<>()));
    }

    static Roles of(OnChain chain) {
        Roles roles = new Roles(chain);
        chain.logs(ContractName.DAO_TIMELOCK, roles::follow);
        roles.judge();
        return roles;
    }

    List<Finding> findings() {
        return findings;
    }

    boolean areHeldBy(String account) {
        return holders.values().stream().anyMatch(each -> each.contains(account));
    }

    private void follow(NodeLog log) {
        String topic = log.topics().isEmpty() ? "" : log.topics().get(0);
        if (topic.equals(DaoTimelock.RoleGranted.TOPIC)) {
            DaoTimelock.RoleGranted granted = DaoTimelock.RoleGranted.decode(log.topics(), log.data());
            holders.computeIfAbsent(granted.role(), role -> new TreeSet<>()).add(granted.account());
        } else if (topic.equals(DaoTimelock.RoleRevoked.TOPIC)) {
            DaoTimelock.RoleRevoked revoked = DaoTimelock.RoleRevoked.decode(log.topics(), log.data());
            holders.computeIfAbsent(revoked.role(), role -> new TreeSet<>()).remove(revoked.account());
        }
    }

    private void judge() {
        holders.forEach((role, accounts) -> {
            String only = role.equals(ADMIN) ? ContractName.DAO_TIMELOCK.key() : ContractName.DAO_GOVERNOR.key();
            Set<String> expected = NAMES.containsKey(role)
                    ? Set.of(chain.address(role.equals(ADMIN) ? ContractName.DAO_TIMELOCK : ContractName.DAO_GOVERNOR))
                    : Set.of();
            findings.add(Finding.check(
                    TOPIC,
                    NAMES.getOrDefault(role, role),
                    accounts.isEmpty()
                            ? "nobody"
                            : accounts.stream().map(chain::named).collect(Collectors.joining(", ")),
                    accounts.equals(expected),
                    NAMES.containsKey(role) ? only + " alone must hold it" : "nobody must hold an unknown role"));
            findings.add(admin(role));
        });
    }

    private Finding admin(String role) {
        String admin = chain.call(ContractName.DAO_TIMELOCK, DaoTimelock.getRoleAdmin(role));
        return Finding.check(
                TOPIC,
                NAMES.getOrDefault(role, role) + " is granted by",
                NAMES.getOrDefault(admin, admin),
                admin.equals(ADMIN),
                NAMES.get(ADMIN) + " alone must grant it");
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : List.of("PROPOSER", "CANCELLER", "EXECUTOR")) {
            names.put(Keccak.hash(name + "_ROLE"), name);
        }
        names.put(ADMIN, "DEFAULT_ADMIN");
        return names;
    }
}
