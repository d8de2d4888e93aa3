package network.spheron.dao.governance;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.TestDao;

/** What the author's wallet is asked to propose, for the other things that can be done with the same arguments. */
record ProposalCall(
        String proposer, List<String> targets, List<BigInteger> values, List<String> calldatas, String description) {
    private static final Function PROPOSE = new Function("propose(address[],uint256[],bytes[],string)");
    private static final long NEVER = 1L << 40;

    /** Of a SIP that is final. */
    static ProposalCall of(SipStory sip) {
        String data = sip.author
                .get(sip.path("/proposal-request"))
                .then()
                .statusCode(200)
                .extract()
                .path("data");
        Tuple arguments = PROPOSE.decodeCall(HexFormat.of().parseHex(data.substring(2)));
        Address[] targets = arguments.get(0);
        BigInteger[] values = arguments.get(1);
        byte[][] calldatas = arguments.get(2);
        return new ProposalCall(
                sip.author.address(),
                Arrays.stream(targets).map(Address::toString).toList(),
                List.of(values),
                Arrays.stream(calldatas)
                        .map(bytes -> "0x" + HexFormat.of().formatHex(bytes))
                        .toList(),
                arguments.get(3));
    }

    FunctionCall<?> cancel() {
        return DaoGovernor.cancel(targets, values, calldatas, Keccak.hash(description));
    }

    FunctionCall<?> proposeBySig(BigInteger proposalId, List<Member> sponsors) {
        List<DaoGovernor.Sponsorship> signed = sponsors.stream()
                .sorted(Comparator.comparing(Member::address))
                .map(sponsor -> new DaoGovernor.Sponsorship(sponsor.address(), NEVER, signature(proposalId, sponsor)))
                .toList();
        return DaoGovernor.proposeBySig(targets, values, calldatas, description, signed);
    }

    private String signature(BigInteger proposalId, Member sponsor) {
        String governor = TestDao.addresses().address(ContractName.DAO_GOVERNOR);
        TypedData sponsorship = TypedData.of(
                new SigningDomain("DaoGovernor", "1", TestChain.CHAIN_ID, governor),
                "Sponsorship(address sponsor,address proposer,uint256 proposalId,uint64 expiry)",
                Map.of(
                        "sponsor", sponsor.address(),
                        "proposer", proposer,
                        "proposalId", proposalId,
                        "expiry", NEVER));
        return sponsor.wallet().sign(sponsorship.digest());
    }
}
