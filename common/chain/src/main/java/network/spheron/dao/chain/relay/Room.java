package network.spheron.dao.chain.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.spheron.dao.chain.node.Signer;

/** How many more transactions each account may have under way, in one round. */
class Room {
    private final Map<Signer, Long> left = new LinkedHashMap<>();

    void add(Signer account, long transactions) {
        if (transactions > 0) left.put(account, transactions);
    }

    boolean isFull() {
        return left.isEmpty();
    }

    int transactions() {
        return Math.toIntExact(left.values().stream().mapToLong(Long::longValue).sum());
    }

    /** The account with the fewest transactions under way; the first of several. */
    Optional<Signer> emptiest() {
        return left.entrySet().stream()
                .reduce((first, next) -> next.getValue() > first.getValue() ? next : first)
                .map(Map.Entry::getKey);
    }

    void take(Signer account) {
        left.computeIfPresent(account, (same, transactions) -> transactions > 1 ? transactions - 1 : null);
    }

    void leaveOut(Signer account) {
        left.remove(account);
    }
}
