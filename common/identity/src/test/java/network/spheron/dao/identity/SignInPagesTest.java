package network.spheron.dao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"/sips", "/workstreams/7?tab=bids", "/", "/treasury#lines"})
    void pathsOfThePortalAreFollowed(String to) {
        assertThat(SignInPages.isLocal(to)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "sips",
                "",
                "/auth/login?to=/",
                "/x\r\nSet-Cookie: a=b",
                "/a b",
                "javascript:alert(1)"
            })
    void everythingElseIsNot(String to) {
        assertThat(SignInPages.isLocal(to)).isFalse();
    }
}
