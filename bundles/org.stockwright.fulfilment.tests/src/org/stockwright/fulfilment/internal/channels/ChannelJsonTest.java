package org.stockwright.fulfilment.internal.channels;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.fulfilment.FulfilmentRefusal;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelJsonTest {

    private static final String SOUND = "{\"type\": \"sale\", \"receipt\": 77, \"date\": \"2026-01-15T10:00\", "
        + "\"place\": \"B1\", \"lines\": [{\"barcode\": \"4006381333931\", \"quantity\": -1.50, \"price\": \"1.20\", "
        + "\"lot\": \"L\\u0031\"}, {\"item\": \"A\", \"quantity\": \"3\", \"note\": null}]}";
    private static final String[] SPLICES = { "\"", "\\", "\\u", "\\uD800", "{", "}", "[", "]", ",", ":", "null",
        "true",
        "1e999999999", "-", "NaN", "\0", "\n", "\t", "'", "//x\n", "/*", "\uFEFF", "\uD83D\uDE00", "\uD800", "0x1",
        "99999999999999999999999999999999", "\"lines\":[],", "[[[[[[[[[[[[[[[[[[[[", "{\"a\":", " " };

    @Test
    void theNeutralFormIsReadToTheLastDigit() {
        ChannelMessage message = MessageReader.read(SOUND, ZoneOffset.UTC).value();
        assertThat(message.sale()).isTrue();
        assertThat(message.id()).isEqualTo("77");
        assertThat(message.date().orElseThrow()).isEqualTo("2026-01-15T10:00:00Z");
        assertThat(message.lines()).hasSize(2);
        assertThat(message.lines().getFirst().quantity()).isEqualTo(new BigDecimal("-1.50"));
        assertThat(message.lines().getFirst().item()).isEqualTo("4006381333931");
        assertThat(message.lines().getFirst().lot()).isEqualTo("L1");
        assertThat(MessageReader.read(SOUND.replace("-1.50", "\"-1,5\""), ZoneOffset.UTC).value().hash())
            .isEqualTo(message.hash());
        assertThat(MessageReader.read(SOUND.replace("-1.50", "-1.51"), ZoneOffset.UTC).value().hash())
            .isNotEqualTo(message.hash());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "[]", "1", "null", "{", "{} {}", "{}x", "{'a': 1}", "{a: 1}", "{\"a\": 1,}",
        "{\"a\": 01}", "{\"a\": .5}", "{\"a\": +1}", "{\"a\": NaN}", "{\"a\": \"\t\"}", "{\"a\": \"\\x\"}",
        "{\"a\": True}",
        "{\"a\": 1; \"b\": 2}", "{\"a\" = 1}", "{} // x", "{\"a\": 1, \"a\": 2}", "{\"a\": [1 2]}" })
    void whatIsNoJsonIsRefused(String text) {
        assertThat(Json.object(text).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.NOT_JSON);
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThat(Json.object("{\"a\": " + "[".repeat(15) + "]".repeat(15) + "}").isDone()).isTrue();
        assertThat(Json.object("{\"a\": " + "[".repeat(16) + "]".repeat(16) + "}").isDone()).isFalse();
        assertThat(Json.object("{\"a\": " + "[".repeat(400_000)).isDone()).isFalse();
        assertThat(Json.object("{\"a\": [" + "1,".repeat(200_001) + "1]}").isDone()).isFalse();
    }

    @Test
    void brokenMessagesAreReadOrRefusedAndNothingElse() {
        long seed = Long.getLong("stockwright.test.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder(SOUND);
            for (int change = random.nextInt(4); change >= 0; change--) {
                change(text, random);
            }
            String broken = text.toString();
            Outcome<Map<String, Object>> object = Json.object(broken);
            Outcome<ChannelMessage> message = MessageReader.read(broken, ZoneOffset.UTC);
            String as = "seed " + seed + " text " + broken;
            assertThat(message.isDone() && !object.isDone()).as(as).isFalse();
            message.refusals().forEach(refusal -> assertThat(refusal.hint()).as(as).isNotEmpty());
            if (message.isDone()) {
                read++;
                assertThat(message.value().lines()).as(as).isNotEmpty()
                    .allMatch(line -> line.quantity().signum() != 0);
            }
        }
        assertThat(read).as("seed " + seed).isBetween(100, 29_900);
    }

    private static void change(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, SPLICES[random.nextInt(SPLICES.length)]);
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
            case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
            default -> {
                if (at < text.length()) {
                    text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
                }
            }
        }
    }

}
