package network.spheron.dao.chain.report;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.RecordLog;
import network.spheron.dao.contracts.Roadmap;
import network.spheron.dao.contracts.StewardCouncil;

/** Who was appointed, and when what ends. */
final class People {
    private static final String CALENDAR = "calendar";
    private static final String COUNCIL = "stewards";

    private People() {}

    static List<Finding> of(OnChain chain, long now) {
        List<Finding> findings = new ArrayList<>();
        int phase = chain.call(ContractName.ROADMAP, Roadmap.phase());
        long second = chain.call(ContractName.ROADMAP, Roadmap.phaseTwoStart());
        findings.add(Finding.fact(CALENDAR, "genesis", time(chain.call(ContractName.ROADMAP, Roadmap.genesis()))));
        findings.add(Finding.fact(CALENDAR, "phase", phase + "; phase 2 " + from(second, now)));
        findings.add(Finding.fact(
                CALENDAR,
                "guardian",
                chain.call(ContractName.ROADMAP, Roadmap.guardian()) + " "
                        + until(chain.call(ContractName.ROADMAP, Roadmap.guardianUntil()), now)));
        findings.add(Finding.fact(
                CALENDAR, "first seats", until(chain.call(ContractName.ROADMAP, Roadmap.firstSeatsUntil()), now)));
        findings.add(
                Finding.fact(CALENDAR, "service entity", chain.call(ContractName.ROADMAP, Roadmap.serviceEntity())));
        findings.add(Finding.fact(CALENDAR, "publisher", chain.call(ContractName.RECORD_LOG, RecordLog.publisher())));

        List<String> stewards = chain.call(ContractName.STEWARD_COUNCIL, StewardCouncil.stewards());
        BigInteger threshold = chain.call(ContractName.STEWARD_COUNCIL, StewardCouncil.threshold());
        findings.add(Finding.fact(COUNCIL, "threshold", threshold + " of " + stewards.size()));
        stewards.forEach(steward -> findings.add(Finding.fact(COUNCIL, "steward", steward)));
        return findings;
    }

    private static String until(long end, long now) {
        return (now < end ? "until " : "ended ") + time(end);
    }

    private static String from(long start, long now) {
        return (now < start ? "begins " : "began ") + time(start);
    }

    private static String time(long seconds) {
        return Instant.ofEpochSecond(seconds).toString();
    }
}
