package network.spheron.dao.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import network.spheron.dao.governance.election.ElectionPhase;
import network.spheron.dao.governance.sip.SipStatus;
import network.spheron.dao.web.StatusTone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatusTonesTest {
    static Stream<Enum<?>> shown() {
        return Stream.<Enum<?>[]>of(SipStatus.values(), ElectionPhase.values()).flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("shown")
    void everyStatusThatPagesShowHasATone(Enum<?> status) {
        assertThat(StatusTone.of(status.name())).isPresent();
    }
}
