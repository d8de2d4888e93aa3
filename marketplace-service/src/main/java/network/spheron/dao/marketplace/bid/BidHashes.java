package network.spheron.dao.marketplace.bid;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;

/** The hashes by which a bid's texts, milestones and terms are known on chain ({@code IBidBook}). */
final class BidHashes {
    static final String TERMS_TYPE = "BidTerms(address bidder,address payee,address token,uint256 price,"
            + "bytes32 milestonesHash,bytes32 textHash,bytes32 salt)";

    private BidHashes() {}

    /** The hash of a bid's words: its title and its text as one document. */
    static String ofWords(BidWords words) {
        return Keccak.hash(words.title() + "\n\n" + words.text());
    }

    /** keccak256(abi.encode(Milestone[])): offset and length, then three words for each milestone. */
    static String ofMilestones(List<MilestonePlan> milestones) {
        StringBuilder words = new StringBuilder("0x");
        words.append(word(BigInteger.valueOf(32))).append(word(BigInteger.valueOf(milestones.size())));
        for (MilestonePlan milestone : milestones) {
            words.append(word(milestone.amount()))
                    .append(word(BigInteger.valueOf(milestone.duration())))
                    .append(milestone.descriptionHash(), 2, 66);
        }
        return Keccak.hashHex(words.toString());
    }

    /** hashStruct of the terms: the commitment, which says nothing about them as long as the salt is secret. */
    static String commitment(Map<String, ?> terms) {
        // hashStruct does not depend on the domain, so any will do.
        SigningDomain none = new SigningDomain("", "", 0, "0x0000000000000000000000000000000000000000");
        return TypedData.of(none, TERMS_TYPE, terms).messageHash();
    }

    private static String word(BigInteger value) {
        String digits = value.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }
}
