package network.spheron.dao.chain.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedDataTest {
    private static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    private static final String ACCOUNT = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
    private static final SigningDomain DOMAIN =
            new SigningDomain("BidBook", "1", 31337, "0x5fbdb2315678afecb367f032d93f642f64180aa3");
    private static final String BALLOT = "Ballot(uint8 support,address voter)";

    /** The example of EIP-712 itself, with its published digest and signature. */
    private static final TypedData MAIL = TypedData.of(
            new SigningDomain("Ether Mail", "1", 1, "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"),
            "Mail(Person from,Person to,string contents)Person(string name,address wallet)",
            Map.of(
                    "from",
                    Map.of("name", "Cow", "wallet", "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"),
                    "to",
                    Map.of("name", "Bob", "wallet", "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"),
                    "contents",
                    "Hello, Bob!"));

    @Test
    void digestEqualsTheStandardsExample() {
        assertThat(MAIL.digest()).isEqualTo("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    }

    @Test
    void signerOfTheStandardsExampleIsRecovered() {
        String signature = "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
                + "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c";
        assertThat(Signatures.signer(MAIL.digest(), signature)).isEqualTo("0xcd2a3d9f938e13cd947ec05abc7fe734df8dd826");
    }

    /** The expected signature was made by {@code cast wallet sign --data} over the same document. */
    @Test
    void signatureEqualsThatOfFoundrysCast() {
        TypedData bid = TypedData.of(
                DOMAIN,
                "Bid(uint256 mandateId,address bidder,Terms terms,Milestone[] milestones,bytes choices,string note,"
                        + "bool direct,int64 delta)Terms(uint256 price,bytes32 salt)Milestone(uint256 amount,uint64 duration)",
                Map.of(
                        "mandateId",
                        BigInteger.valueOf(7),
                        "bidder",
                        ACCOUNT,
                        "terms",
                        Map.of("price", BigInteger.TWO.pow(256).subtract(BigInteger.ONE), "salt", word("ff")),
                        "milestones",
                        List.of(
                                Map.of("amount", BigInteger.ONE, "duration", 2L),
                                Map.of("amount", BigInteger.valueOf(3), "duration", 4L)),
                        "choices",
                        "0x1b",
                        "note",
                        "größer",
                        "direct",
                        true,
                        "delta",
                        -5));
        assertThat(Signatures.sign(bid.digest(), KEY))
                .isEqualTo("0x639ae421a366ec2c9aa1d50043a87fb0899b2d4c42991be113fd5478a5bc91cc"
                        + "6a23be94b57d95b6992e0841a1c3abbcf73acac0f21ef9ebe7193929da105ff21c");
    }

    @Test
    void jsonIsWhatAWalletTakes() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(TypedData.of(DOMAIN, BALLOT, Map.of("support", 1, "voter", ACCOUNT))
                        .json());
        assertThat(json.at("/primaryType").asText()).isEqualTo("Ballot");
        assertThat(json.at("/types/EIP712Domain/3/type").asText()).isEqualTo("address");
        assertThat(json.at("/types/Ballot/0/name").asText()).isEqualTo("support");
        assertThat(json.at("/domain/chainId").asLong()).isEqualTo(31337);
        assertThat(json.at("/message/support").asText()).isEqualTo("1");
    }

    @Test
    void valueOutsideItsTypesRangeIsRefused() {
        assertThatThrownBy(() -> TypedData.of(DOMAIN, BALLOT, Map.of("support", 256, "voter", ACCOUNT)))
                .hasMessageContaining("256 does not fit uint8");
    }

    @Test
    void missingAndUnknownFieldsAreRefused() {
        assertThatThrownBy(() -> TypedData.of(DOMAIN, BALLOT, Map.of("support", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TypedData.of(DOMAIN, BALLOT, Map.of("support", 1, "voterr", ACCOUNT)))
                .hasMessageContaining("Ballot.voter is missing");
    }

    private static String word(String end) {
        return "0x" + "0".repeat(64 - end.length()) + end;
    }
}
