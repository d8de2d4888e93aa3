package network.spheron.dao.chain.follow;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;

/** Everybody who wants to be told of logs. */
@Singleton
class Listeners {
    private final List<ChainListener> all;
    private final Map<String, ChainListener> later = new LinkedHashMap<>();

    Listeners(@All List<ChainListener> all) {
        this.all = all;
        for (ChainListener listener : all) {
            listener.addedAs().ifPresent(name -> {
                if (later.put(name, listener) != null) {
                    throw new IllegalStateException("two chain listeners were added as " + name);
                }
            });
        }
    }

    /** Those that were added after following had begun somewhere, by the name that they were added as. */
    Map<String, ChainListener> addedLater() {
        return later;
    }

    /** Those that are told together, when these of the others have joined. */
    List<ChainListener> together(Set<String> joined) {
        return all.stream()
                .filter(listener -> {
                    Optional<String> name = listener.addedAs();
                    return name.isEmpty() || joined.contains(name.get());
                })
                .toList();
    }

    /** The contracts whose logs these want. */
    static Set<ContractName> contracts(Collection<ChainListener> listeners) {
        Set<ContractName> contracts = EnumSet.noneOf(ContractName.class);
        listeners.forEach(listener -> contracts.addAll(listener.contracts()));
        return contracts;
    }

    /** Tells these listeners of logs, each log to all of them before the next. */
    static void tell(Collection<ChainListener> listeners, List<ChainLog> logs) {
        for (ChainLog log : logs) {
            for (ChainListener listener : listeners) {
                if (listener.contracts().contains(log.contract())) tell(listener, log);
            }
        }
    }

    private static void tell(ChainListener listener, ChainLog log) {
        try {
            listener.on(log);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "log " + log.logIndex() + " of block " + log.block().number() + " ("
                            + log.contract().key() + ", " + log.transactionHash() + ") cannot be applied: "
                            + e.getMessage(),
                    e);
        }
    }
}
