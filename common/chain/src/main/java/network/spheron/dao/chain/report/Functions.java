package network.spheron.dao.chain.report;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.DaoTimelock;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.ProposalPolicy;
import network.spheron.dao.contracts.RecordLog;
import network.spheron.dao.contracts.Roadmap;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.contracts.Treasury;

/** The names of the contracts' functions, for readers. */
final class Functions {
    private static final Map<String, String> BY_SELECTOR = Stream.of(
                    BidBook.Selectors.class,
                    BidElection.Selectors.class,
                    DaoGovernor.Selectors.class,
                    DaoTimelock.Selectors.class,
                    GovernanceToken.Selectors.class,
                    LocalToken.Selectors.class,
                    MilestoneEscrow.Selectors.class,
                    ProposalPolicy.Selectors.class,
                    RecordLog.Selectors.class,
                    Roadmap.Selectors.class,
                    StewardCouncil.Selectors.class,
                    Treasury.Selectors.class)
            .flatMap(selectors -> Arrays.stream(selectors.getFields()))
            .collect(Collectors.toUnmodifiableMap(Functions::selector, Field::getName, (one, same) -> one));

    private Functions() {}

    /** The selector itself where no contract here has it. */
    static String name(String selector) {
        return BY_SELECTOR.getOrDefault(selector, selector);
    }

    private static String selector(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " is public", e);
        }
    }
}
