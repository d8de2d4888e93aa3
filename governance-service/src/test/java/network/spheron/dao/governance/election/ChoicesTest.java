package network.spheron.dao.governance.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import network.spheron.dao.web.InvalidField;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    @Test
    void firstBidIsInTheLowestBitsOfTheFirstByte() {
        Choices choices = Choices.pack(Map.of(0, Choice.YES, 1, Choice.NO, 4, Choice.ABSTAIN), 6);

        assertThat(choices.hex()).isEqualTo("0x0903");
        assertThat(choices.of(0)).isEqualTo(Choice.YES);
        assertThat(choices.of(1)).isEqualTo(Choice.NO);
        assertThat(choices.of(2)).isEqualTo(Choice.NONE);
        assertThat(choices.of(4)).isEqualTo(Choice.ABSTAIN);
        assertThat(choices.size()).isEqualTo(3);
    }

    @Test
    void choiceForABidThatIsNotOnTheBallotIsRefused() {
        assertThatThrownBy(() -> Choices.checked("0x04", 2, Set.of(0)))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("bid with index 1");
    }

    @Test
    void unusedBitsAreRefused() {
        assertThatThrownBy(() -> Choices.checked("0x10", 2, Set.of(0, 1))).isInstanceOf(InvalidField.class);
    }

    @Test
    void lengthMustBeExact() {
        assertThatThrownBy(() -> Choices.checked("0x0100", 4, Set.of(0))).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> Choices.checked("0x", 4, Set.of(0))).isInstanceOf(InvalidField.class);
    }
}
