package network.spheron.dao.governance.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SipStatusTest {
    @ParameterizedTest
    @EnumSource(SipStatus.class)
    void refusalsSayTheStatusInWords(SipStatus status) {
        assertThat(new IllegalSipTransition(status, "cannot be proposed").detail())
                .matches("the SIP (is|has|was|waits|could) [a-z ]+ and cannot be proposed");
    }
}
