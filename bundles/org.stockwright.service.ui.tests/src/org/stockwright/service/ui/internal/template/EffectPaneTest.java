package org.stockwright.service.ui.internal.template;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EffectPaneTest {

    @Test
    void daysAreAWholeNumberThatCanBeLookedAt() {
        assertThat(EffectPane.days("56")).hasValue(56);
        assertThat(EffectPane.days("3650")).hasValue(3650);
        for (String wrong : new String[] { "", "x", "0", "-1", "0.5", "3651", "99999999999" }) {
            assertThat(EffectPane.days(wrong)).as(wrong).isEmpty();
        }
    }

}
