package network.spheron.dao.faults.check;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import network.spheron.dao.chain.signing.BadSignature;
import network.spheron.dao.chain.signing.Signatures;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.faults.site.Chain;
import network.spheron.dao.faults.site.Site;
import org.web3j.utils.Numeric;

/**
 * Rule 6: behind every approval by the council are as many distinct stewards as it takes, none of them the agreement's
 * contractor or payee. Their signatures are recovered from the transaction, so that no contract has to be believed.
 */
final class ApprovedByDistinctStewards implements Rule {
    private static final Function APPROVE = Function.parse("approve(uint256,uint256,uint256,(address,uint64,bytes)[])");
    private static final String DECISION =
            "Decision(address steward,string action,address target,uint256 subject,uint256 part,uint256 round,"
                    + "bytes32 contentHash,bytes32 reasonHash,uint64 expiry)";
    private static final String NO_HASH = "0x" + "0".repeat(64);

    private final Site site;
    private final long threshold;
    private final Set<String> stewards = new HashSet<>();

    ApprovedByDistinctStewards(Site site) {
        this.site = site;
        this.threshold = site.chain()
                .call(ContractName.STEWARD_COUNCIL, StewardCouncil.threshold())
                .longValueExact();
        site.chain()
                .call(ContractName.STEWARD_COUNCIL, StewardCouncil.stewards())
                .forEach(steward -> stewards.add(steward.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String name() {
        return "approved by distinct stewards";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        long head = site.chain().head();
        Map<String, String> evidence = new LinkedHashMap<>();
        site.chain()
                .events(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.MilestoneSubmitted.TOPIC,
                        MilestoneEscrow.MilestoneSubmitted::decode,
                        head)
                .forEach(seen -> evidence.put(
                        seen.event().agreementId() + "/" + seen.event().milestone() + "/"
                                + seen.event().round(),
                        seen.event().evidenceHash()));
        for (Chain.Seen<MilestoneEscrow.MilestoneApproved> approved : site.chain()
                .events(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.MilestoneApproved.TOPIC,
                        MilestoneEscrow.MilestoneApproved::decode,
                        head)) {
            MilestoneEscrow.MilestoneApproved event = approved.event();
            String key = event.agreementId() + "/" + event.milestone() + "/" + event.round();
            JsonNode transaction =
                    site.chain().transaction(approved.transaction()).orElseThrow();
            byte[] input = Numeric.hexStringToByteArray(transaction.get("input").asText());
            // Others approve by silence, or by a vote.
            if (transaction.get("input").asText().startsWith("0x" + APPROVE.selectorHex())) {
                judge(event, evidence.getOrDefault(key, NO_HASH), APPROVE.decodeCall(input), findings);
            }
        }
        return findings;
    }

    private void judge(
            MilestoneEscrow.MilestoneApproved event, String evidenceHash, Tuple call, List<Finding> findings) {
        Tuple[] approvals = call.get(3);
        Set<String> signers = new HashSet<>();
        for (Tuple approval : approvals) {
            Object address = approval.get(0);
            String steward = address.toString().toLowerCase(Locale.ROOT);
            String digest = digest(event, evidenceHash, steward, ((BigInteger) approval.get(1)).longValueExact());
            String signature = Numeric.toHexString(approval.get(2));
            if (stewards.contains(steward) && isBy(steward, digest, signature)) {
                signers.add(steward);
            }
        }
        String milestone = "milestone " + event.agreementId() + "/" + event.milestone();
        if (signers.size() < threshold) {
            findings.add(wrong(milestone + " was approved by " + signers.size() + " distinct stewards " + signers
                    + " in place of " + threshold));
        }
        MilestoneEscrow.AgreementResult agreement =
                site.chain().call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.agreement(event.agreementId()));
        if (signers.contains(agreement.contractor().toLowerCase(Locale.ROOT))
                || signers.contains(agreement.payee().toLowerCase(Locale.ROOT))) {
            findings.add(wrong(milestone + " was approved by its own contractor or payee"));
        }
    }

    private static boolean isBy(String steward, String digest, String signature) {
        try {
            return Signatures.isBy(steward, digest, signature);
        } catch (BadSignature notOne) {
            return false;
        }
    }

    private String digest(MilestoneEscrow.MilestoneApproved event, String evidenceHash, String steward, long expiry) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("steward", steward);
        message.put("action", "approve milestone");
        message.put("target", site.chain().address(ContractName.MILESTONE_ESCROW));
        message.put("subject", event.agreementId());
        message.put("part", event.milestone());
        message.put("round", event.round());
        message.put("contentHash", evidenceHash);
        message.put("reasonHash", NO_HASH);
        message.put("expiry", expiry);
        SigningDomain domain = new SigningDomain(
                "StewardCouncil",
                "1",
                Chain.quantity(site.chain().node().call("eth_chainId")).longValueExact(),
                site.chain().address(ContractName.STEWARD_COUNCIL));
        return TypedData.of(domain, DECISION, message).digest();
    }
}
