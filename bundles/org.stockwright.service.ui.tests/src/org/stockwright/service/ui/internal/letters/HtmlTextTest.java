package org.stockwright.service.ui.internal.letters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stockwright.service.ui.internal.letters.HtmlText.Span;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTextTest {

    @Test
    void aLetterIsReadableWithoutABrowser() {
        HtmlText text = HtmlText.of("""
            <html><head><title>no</title><style>p { x }</style></head><body>
            <h1>Your claim</h1>
            <p>Dear   <b>Ada</b> &amp; Co,<br>you get 3&nbsp;&euro; &#8211; today.</p>
            <table><tr><th>Item</th><th>Price</th></tr><tr><td>Bolt</td><td>3</td></tr></table>
            <ul><li>one</li><li>two</li></ul>
            </body></html>
            """);
        assertThat(text.text()).isEqualTo("""
            Your claim

            Dear Ada & Co,
            you get 3 € – today.

            Item\tPrice
            Bolt\t3

              • one
              • two""");
        assertThat(text.spans()).contains(new Span(0, 10, true, false, true),
            new Span(text.text().indexOf("Ada"), 3, true, false, false));
    }

    @Test
    void whatIsNotClosedIsPassedOver() {
        assertThat(HtmlText.of("a <b>b <i>c</b> d &nothing; <p").text()).isEqualTo("a b c d &nothing;");
        assertThat(HtmlText.of("").text()).isEmpty();
    }

    @Test
    @Timeout(10)
    void aLongLetterIsReadQuickly() {
        String page = "<html><body>" + "<p>word</p>".repeat(200_000) + "</body></html>";
        HtmlText text = HtmlText.of(page);
        assertThat(text.text()).startsWith("word\n\nword").hasSize(1_200_000 - 2);
    }

}
