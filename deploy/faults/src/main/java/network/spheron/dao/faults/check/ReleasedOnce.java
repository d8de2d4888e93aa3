package network.spheron.dao.faults.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.faults.site.Chain;
import network.spheron.dao.faults.site.Site;

/** Rule 1: at most one release per agreement and milestone, and nothing leaves the escrow for a payee without a release. */
final class ReleasedOnce implements Rule {
    private final Site site;

    ReleasedOnce(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return "released once";
    }

    @Override
    public List<Finding> findings() {
        long head = site.chain().head();
        List<Chain.Seen<MilestoneEscrow.MilestonePaid>> payments = site.chain()
                .events(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.MilestonePaid.TOPIC,
                        MilestoneEscrow.MilestonePaid::decode,
                        head);
        List<Finding> findings = new ArrayList<>();
        Map<String, List<String>> releases = new LinkedHashMap<>();
        payments.forEach(paid -> releases.computeIfAbsent(
                        "milestone " + paid.event().agreementId() + "/"
                                + paid.event().milestone(),
                        each -> new ArrayList<>())
                .add(paid.transaction()));
        releases.forEach((milestone, transactions) -> {
            if (transactions.size() > 1) {
                findings.add(doubled(milestone + " was released in " + String.join(" and ", transactions)));
            }
        });
        findings.addAll(withoutRelease(payments, head));
        return findings;
    }

    private List<Finding> withoutRelease(List<Chain.Seen<MilestoneEscrow.MilestonePaid>> payments, long head) {
        Map<String, Integer> allowed = new HashMap<>();
        payments.forEach(paid -> allowed.merge(
                transfer(paid.transaction(), paid.event().payee(), paid.event().amount()), 1, Integer::sum));
        site.chain()
                .events(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.PaymentWithdrawn.TOPIC,
                        MilestoneEscrow.PaymentWithdrawn::decode,
                        head)
                .forEach(fetched -> allowed.merge(
                        transfer(
                                fetched.transaction(),
                                fetched.event().to(),
                                fetched.event().amount()),
                        1,
                        Integer::sum));
        Set<String> own = new HashSet<>(Set.of(
                site.chain().address(ContractName.TREASURY).toLowerCase(Locale.ROOT),
                site.chain().address(ContractName.MILESTONE_ESCROW).toLowerCase(Locale.ROOT)));
        String escrow = site.chain().address(ContractName.MILESTONE_ESCROW);
        List<Finding> findings = new ArrayList<>();
        site
                .chain()
                .events(ContractName.PAYMENT_TOKEN, LocalToken.Transfer.TOPIC, LocalToken.Transfer::decode, head)
                .stream()
                .filter(moved -> moved.event().from().equalsIgnoreCase(escrow)
                        && !own.contains(moved.event().to().toLowerCase(Locale.ROOT)))
                .forEach(moved -> {
                    String key = transfer(
                            moved.transaction(),
                            moved.event().to(),
                            moved.event().value());
                    if (allowed.merge(key, -1, Integer::sum) < 0) {
                        findings.add(doubled(moved.event().to() + " got "
                                + moved.event().value() + " from the escrow in " + moved.transaction()
                                + ", and no release says so"));
                    }
                });
        return findings;
    }

    private static String transfer(String transaction, String to, BigInteger amount) {
        return transaction + " " + to.toLowerCase(Locale.ROOT) + " " + amount;
    }
}
