package network.spheron.dao.journey;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One workstream with its bids and rule: what a run takes from the SIP to the last payout.
 *
 * @param disqualified the bid that the stewards take off the ballot, if any
 */
record Job(WorkstreamRow workstream, List<BidRow> bids, Rule rule, Optional<String> disqualified) {
    private static final List<String> WORKSTREAM_COLUMNS = List.of("workstream_id", "title", "budget", "currency");
    private static final List<String> BID_COLUMNS =
            List.of("workstream_id", "bid_id", "title", "yes", "abstain", "no", "requested");

    /** Most bids that an election takes. */
    private static final int MOST_BIDS = 500;

    /** Reads the job of one workstream, or says which line of which file is wrong. */
    static Job read(Path workstreams, Path bids, String workstreamId, Rule rule) {
        WorkstreamRow workstream = readWorkstream(workstreams, workstreamId);
        List<BidRow> rows = readBids(bids, workstream);
        return new Job(workstream, rows, rule, Optional.empty());
    }

    Job disqualifying(String bidId) {
        return new Job(workstream, bids, rule, Optional.of(bidId));
    }

    /** The same rows and rule give the same key, whatever file they came in. */
    String key() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static WorkstreamRow readWorkstream(Path file, String id) {
        List<WorkstreamRow> found = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(file, WORKSTREAM_COLUMNS).rows()) {
            BigInteger budget = row.whole("budget");
            if (!row.text("workstream_id").equals(id)) {
                continue;
            }
            if (budget.signum() == 0) {
                throw row.problem("budget must be more than zero");
            }
            if (!found.isEmpty()) {
                throw row.problem("workstream " + id + " appears twice");
            }
            found.add(new WorkstreamRow(id, row.text("title"), budget, row.textOrEmpty("currency")));
        }
        if (found.isEmpty()) {
            throw new InputProblem(file + ": has no workstream " + id);
        }
        return found.get(0);
    }

    private static List<BidRow> readBids(Path file, WorkstreamRow workstream) {
        List<BidRow> bids = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CsvTable.Row row : CsvTable.read(file, BID_COLUMNS).rows()) {
            BidRow bid = readBid(row);
            if (!row.text("workstream_id").equals(workstream.id())) {
                continue;
            }
            if (!ids.add(bid.id())) {
                throw row.problem("bid " + bid.id() + " appears twice");
            }
            if (bid.requested().signum() == 0 || bid.requested().compareTo(workstream.budget()) > 0) {
                throw row.problem("requested must be more than zero and at most the budget of " + workstream.budget());
            }
            bids.add(bid);
        }
        if (bids.isEmpty()) {
            throw new InputProblem(file + ": has no bid for workstream " + workstream.id());
        }
        if (bids.size() > MOST_BIDS) {
            throw new InputProblem(file + ": has " + bids.size() + " bids for " + workstream.id()
                    + "; an election takes " + MOST_BIDS);
        }
        return List.copyOf(bids);
    }

    private static BidRow readBid(CsvTable.Row row) {
        BidRow bid = new BidRow(
                row.text("bid_id"),
                row.text("title"),
                row.whole("yes"),
                row.whole("no"),
                row.whole("abstain"),
                row.whole("requested"),
                row.textOrEmpty("outcome").isEmpty() ? null : row.textOrEmpty("outcome"));
        for (BigInteger power : List.of(bid.yes(), bid.no(), bid.abstain())) {
            if (power.bitLength() > Roster.BITS) {
                throw row.problem(power + " is more voting power than the roster holds");
            }
        }
        return bid;
    }
}
