package network.spheron.dao.marketplace.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import network.spheron.dao.web.InvalidField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BidFormTest {
    private final MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();

    @BeforeEach
    void fillInTheFirstAndTheThirdMilestone() {
        fields.putSingle("wallet", "0x" + "1".repeat(40));
        fields.putSingle("price", "30");
        row(1, "Plan", "10", "5");
        row(2, "", "", "");
        row(3, "Build", "20", "30");
    }

    @Test
    void rowsLeftEmptyAreNoMilestones() {
        assertThat(BidForm.read(fields, 6).milestones())
                .extracting(BidRequest.MilestoneRequest::title)
                .containsExactly("Plan", "Build");
    }

    @Test
    void rowWithNothingButDaysIsNotLost() {
        row(2, "", "", "7");

        assertThatThrownBy(() -> BidForm.read(fields, 6)).hasMessageContaining("amount2");
    }

    @Test
    void zeroDaysAreRefusedInDays() {
        row(3, "Build", "20", "0");

        assertThatThrownBy(() -> BidForm.read(fields, 6))
                .hasMessage("days3 must be a whole number of days, more than zero");
    }

    @Test
    void refusedValueIsNamedAsItsInput() {
        assertThat(input("milestones[1].title")).isEqualTo("title3");
        assertThat(input("milestones[0].amount")).isEqualTo("amount1");
        assertThat(input("milestones[1].durationSeconds")).isEqualTo("days3");
        assertThat(input("price")).isEqualTo("price");
    }

    private String input(String refused) {
        return BidForm.asEntered(new InvalidField(refused, "is missing"), fields)
                .field();
    }

    private void row(int row, String title, String amount, String days) {
        fields.putSingle("title" + row, title);
        fields.putSingle("amount" + row, amount);
        fields.putSingle("days" + row, days);
    }
}
