package network.spheron.dao.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import network.spheron.dao.marketplace.agreement.AgreementStatus;
import network.spheron.dao.marketplace.bid.BidStatus;
import network.spheron.dao.marketplace.milestone.MilestoneStatus;
import network.spheron.dao.marketplace.workstream.WorkstreamStatus;
import network.spheron.dao.web.StatusTone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatusTonesTest {
    static Stream<Enum<?>> shown() {
        return Stream.<Enum<?>[]>of(
                        WorkstreamStatus.values(),
                        BidStatus.values(),
                        AgreementStatus.values(),
                        MilestoneStatus.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("shown")
    void everyStatusThatPagesShowHasATone(Enum<?> status) {
        assertThat(StatusTone.of(status.name())).isPresent();
    }
}
