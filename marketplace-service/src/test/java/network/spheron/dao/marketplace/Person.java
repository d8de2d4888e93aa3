package network.spheron.dao.marketplace;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import network.spheron.dao.testing.TestKeys.TestKey;
import network.spheron.dao.testing.TestTokens;

/** Somebody with a login, a role and a wallet. */
record Person(String name, String role, TestKey wallet) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String address() {
        return wallet.address();
    }

    String token() {
        return TestTokens.shared().token(name, role);
    }

    Response get(String path) {
        return request().get(path);
    }

    Response post(String path, Map<String, ?> body) {
        return request().contentType(ContentType.JSON).body(json(body)).post(path);
    }

    /** A post that is accepted. */
    JsonPath posts(String path, Map<String, ?> body, int status) {
        return post(path, body).then().statusCode(status).extract().jsonPath();
    }

    /** What a page's form sends, answered with JSON. */
    JsonPath submits(String path, Map<String, String> fields) {
        return request()
                .contentType(ContentType.URLENC)
                .formParams(fields)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The caller's view of something. */
    JsonPath sees(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token());
    }

    /** A body by field names. */
    static Map<String, Object> named(Map<?, ?> body) {
        Map<String, Object> named = new LinkedHashMap<>();
        body.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
