package network.spheron.dao.faults.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.faults.site.Site;

/**
 * Rule 2: every approved milestone whose challenge window has passed is paid, or in a named state that raises an alarm: the
 * payout is refused by a named check, or its events are parked, or following the chain has halted.
 */
final class ApprovedIsPaid implements Rule {
    private static final int APPROVED = 2;

    private final Site site;

    ApprovedIsPaid(Site site) {
        this.site = site;
    }

    /** A milestone by its agreement and place. */
    private record Key(BigInteger agreementId, BigInteger milestone) {}

    @Override
    public String name() {
        return "approved is paid";
    }

    @Override
    public List<Finding> findings() {
        long block = site.chain().finalBlock();
        long time = site.chain().finalTime();
        Set<Key> open = new LinkedHashSet<>();
        site.chain()
                .events(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.MilestoneApproved.TOPIC,
                        MilestoneEscrow.MilestoneApproved::decode,
                        block)
                .forEach(approved -> open.add(
                        new Key(approved.event().agreementId(), approved.event().milestone())));
        site.chain()
                .events(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.MilestonePaid.TOPIC,
                        MilestoneEscrow.MilestonePaid::decode,
                        block)
                .forEach(paid -> open.remove(
                        new Key(paid.event().agreementId(), paid.event().milestone())));
        List<Finding> findings = new ArrayList<>();
        for (Key key : open) {
            MilestoneEscrow.MilestoneResult milestone = site.chain()
                    .call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.milestone(key.agreementId(), key.milestone()));
            if (milestone.status() == APPROVED && milestone.challengeEnds() < time && !isAlarmed(key)) {
                findings.add(lost("milestone " + key.agreementId() + "/" + key.milestone() + " could be paid since "
                        + milestone.challengeEnds() + " and is neither paid nor refused"));
            }
        }
        return findings;
    }

    private boolean isAlarmed(Key key) {
        return site.database("treasury")
                        .number(
                                """
                        select (select count(*) from payout
                                where agreement_id = ? and milestone = ? and refused_check is not null)
                            + (select count(*) from parked_aggregate where aggregate_id = ?)""",
                                key.agreementId(),
                                key.milestone().intValueExact(),
                                key.agreementId().toString())
                > 0;
    }
}
