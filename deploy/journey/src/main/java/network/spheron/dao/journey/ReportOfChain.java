package network.spheron.dao.journey;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.local.Platform;

/** Puts a job's report together from what the contracts say at one final block. */
final class ReportOfChain {
    private static final String[] MILESTONE_STATES = {
        "PENDING", "SUBMITTED", "APPROVED", "CHALLENGED", "REJECTED", "PAID", "REFUNDED"
    };

    private final Stage stage;
    private final Platform platform;
    private final Units money;

    ReportOfChain(Stage stage, Platform platform, Units money) {
        this.stage = stage;
        this.platform = platform;
        this.money = money;
    }

    Report of(Job job, BigInteger mandateId, List<Integer> places, Duration took) {
        long block = stage.finalBlock();
        ChainRecord chain = new ChainRecord(stage.rpc(), platform.addressBook().contracts(), block);
        return new Report(
                job.workstream().id(),
                job.workstream().budget().toString(),
                new Report.RuleUsed(job.rule().quorum().toString(), job.rule().marginBps()),
                mandateId.toString(),
                bids(job, chain, mandateId, places),
                agreements(job, chain, mandateId, places),
                lines(chain, mandateId),
                platform.addressBook().contracts(),
                platform.rpcUrl().toString(),
                block,
                new Report.Seconds(platform.startTime().toSeconds(), took.toSeconds()),
                platform.memoryMegabytes());
    }

    private List<Report.BidLine> bids(Job job, ChainRecord chain, BigInteger mandateId, List<Integer> places) {
        List<Integer> winners = chain.winners(mandateId);
        List<Integer> disqualified = chain.disqualifiedBids(mandateId);
        Map<Integer, ChainRecord.Tally> tallies = chain.tallies(mandateId);
        Award award = new Award(chain.mandate(mandateId));
        String annulled = chain.isAnnulled(mandateId) ? Report.ANNULLED : "";
        List<Report.BidLine> lines = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            BidRow row = job.bids().get(i);
            ChainRecord.Tally tally = tallies.getOrDefault(place, ChainRecord.Tally.NONE);
            String reason = winners.contains(place)
                    ? annulled
                    : disqualified.contains(place)
                            ? Report.DISQUALIFIED
                            : award.isApproved(tally) ? Report.OVER_BUDGET : Report.BELOW_THRESHOLD;
            lines.add(new Report.BidLine(
                    row.id(),
                    place,
                    Units.VOTES.whole(tally.yes()),
                    Units.VOTES.whole(tally.no()),
                    Units.VOTES.whole(tally.abstain()),
                    row.requested().toString(),
                    reason.isEmpty() ? Report.FUNDED : Report.NOT_FUNDED,
                    reason));
        }
        return lines;
    }

    private List<Report.AgreementLine> agreements(
            Job job, ChainRecord chain, BigInteger mandateId, List<Integer> places) {
        List<Report.AgreementLine> lines = new ArrayList<>();
        for (MilestoneEscrow.AgreementFunded agreement : chain.agreements(mandateId)) {
            int row = places.indexOf(agreement.bidIndex().intValueExact());
            lines.add(new Report.AgreementLine(
                    job.bids().get(row).id(),
                    agreement.agreementId().toString(),
                    agreement.payee(),
                    agreement.token(),
                    milestones(chain, agreement)));
        }
        return lines;
    }

    private List<Report.MilestoneLine> milestones(ChainRecord chain, MilestoneEscrow.AgreementFunded agreement) {
        List<Report.MilestoneLine> lines = new ArrayList<>();
        List<BidBook.Milestone> milestones = chain.milestones(agreement);
        for (int i = 0; i < milestones.size(); i++) {
            BigInteger index = BigInteger.valueOf(i);
            String payment = chain.payments(agreement).stream()
                    .filter(paid -> paid.event().milestone().equals(index))
                    .map(ChainRecord.Payment::transaction)
                    .findFirst()
                    .orElse("");
            MilestoneEscrow.MilestoneResult state = stage.rpc()
                    .call(
                            platform.addressBook().address(ContractName.MILESTONE_ESCROW),
                            MilestoneEscrow.milestone(agreement.agreementId(), index));
            lines.add(new Report.MilestoneLine(
                    money.whole(milestones.get(i).amount()), MILESTONE_STATES[state.status()], payment));
        }
        return lines;
    }

    private List<Report.BudgetLine> lines(ChainRecord chain, BigInteger mandateId) {
        Treasury.MandateTerms mandate = chain.mandate(mandateId);
        List<Report.BudgetLine> lines = new ArrayList<>();
        chain.lines().forEach((id, line) -> {
            boolean own = id.equals(mandate.lineId());
            BigInteger reserved = own ? chain.reserved(mandateId) : BigInteger.ZERO;
            BigInteger paid = own ? chain.spent(mandateId) : BigInteger.ZERO;
            lines.add(new Report.BudgetLine(
                    line.name(),
                    money.whole(line.free().add(reserved).add(paid)),
                    money.whole(reserved),
                    money.whole(paid),
                    money.whole(line.free())));
        });
        return lines;
    }
}
