package network.spheron.dao.governance;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import network.spheron.dao.chain.signing.Signatures;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.TestKeys.TestKey;
import network.spheron.dao.testing.TestTokens;
import network.spheron.dao.testing.platform.TestDao;
import org.awaitility.Awaitility;

/** A person of the tests with a wallet. */
record Member(String name, TestKey wallet) {
    /** A request as this person, with the role holder. */
    RequestSpecification asks() {
        return given().auth()
                .oauth2(TestTokens.shared().token(name, "holder"))
                .accept(ContentType.JSON)
                .contentType(ContentType.JSON);
    }

    Response post(String path, Object body) {
        return asks().body(body).post(path);
    }

    Response post(String path) {
        return asks().body("{}").post(path);
    }

    Response get(String path) {
        return asks().get(path);
    }

    String address() {
        return wallet.address();
    }

    /** Proves control of the wallet, as the profile page does. */
    Member linksWallet() {
        String message = asks().queryParam("address", address())
                .get("/api/members/me/wallet-request")
                .then()
                .statusCode(200)
                .extract()
                .path("message");
        Map<String, String> proof =
                Map.of("message", message, "signature", wallet.sign(Signatures.textDigest(message)));
        post("/api/members/me/wallets", proof).then().statusCode(201);
        return this;
    }

    /** Sends a transaction from the own wallet and waits until it is mined. */
    String sends(String to, String data) {
        TestChain chain = TestChain.shared();
        String hash = chain.send(address(), to, data);
        JsonNode receipt = Awaitility.await()
                .until(() -> chain.rpc("eth_getTransactionReceipt", hash), answer -> !answer.isNull());
        if (!receipt.get("status").asText().equals("0x1")) {
            throw new IllegalStateException("refused on chain: " + receipt);
        }
        return hash;
    }

    String sends(ContractName contract, FunctionCall<?> call) {
        return sends(TestDao.addresses().address(contract), call.data());
    }
}
