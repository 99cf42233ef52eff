package org.stockwright.service.internal.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Sample;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Demand;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.Templates.LeadTime;
import org.stockwright.service.Templates.ResponseTime;
import org.stockwright.service.internal.template.TemplateRows.Stored;

/** When cases came and were delivered. */
final class CaseTimes {

    /** How many digits figures have behind the point: minutes and units alike. */
    static final int DECIMALS = 9;
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60_000_000);
    /** What a demand begins with until somebody says otherwise. */
    private static final BigDecimal USUAL_SERVICE = new BigDecimal("0.95");

    /** A sum of microseconds of many cases is more than a BIGINT holds. */
    private static final String TIMES = "COUNT(*), SUM(CAST(c.delivered_at - c.arrived_at AS DECIMAL(27,0))), "
        + "MAX(c.delivered_at - c.arrived_at)";
    private static final String DELIVERED = "c.delivered_at >= ? AND c.delivered_at < ?";
    private static final String ARRIVED = "FROM service_case c JOIN service_template t ON t.code = c.template_code "
        + "AND t.version = c.template_version WHERE t.item_id = ?";

    private final Transaction transaction;
    private final ZoneId zone;

    CaseTimes(Transaction transaction, ZoneId zone) {
        this.transaction = transaction;
        this.zone = zone;
    }

    /** The first microsecond of a day. */
    static long begins(LocalDate day, ZoneId zone) {
        return Micros.of(day.atStartOfDay(zone).toInstant());
    }

    private LocalDate day(long micros) {
        return LocalDate.ofInstant(Micros.toInstant(micros), zone);
    }

    /** The cases of a service that came on each of so many days before today, from the day of the first case ever on. */
    Demand demand(ItemId service, LocalDate today, int days) throws SQLException {
        LocalDate first = first(service).map(day -> day.isAfter(today.minusDays(days)) ? day : today.minusDays(days))
            .orElse(today);
        long[] counts = new long[Math.max(0, (int) ChronoUnit.DAYS.between(first, today))];
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT c.arrived_at " + ARRIVED + " AND c.arrived_at >= ? AND c.arrived_at < ?")) {
            select.setLong(1, service.value());
            select.setLong(2, begins(first, zone));
            select.setLong(3, begins(today, zone));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts[(int) ChronoUnit.DAYS.between(first, day(row.getLong(1)))]++;
                }
            }
        }
        List<BigDecimal> units = Arrays.stream(counts).mapToObj(BigDecimal::valueOf).toList();
        Sample sample = new Sample(units);
        return new Demand(sample.mean(DECIMALS).orElse(BigDecimal.ZERO),
            sample.deviation(DECIMALS).orElse(BigDecimal.ZERO), units, BigDecimal.ONE, BigDecimal.ZERO, USUAL_SERVICE);
    }

    private Optional<LocalDate> first(ItemId service) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT MIN(c.arrived_at) " + ARRIVED)) {
            select.setLong(1, service.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long micros = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(day(micros));
            }
        }
    }

    private static BigDecimal minutes(BigDecimal micros, long cases) {
        return micros.divide(MINUTE.multiply(BigDecimal.valueOf(cases)), DECIMALS, RoundingMode.HALF_UP);
    }

    /** How long customers of a template waited, by the boundary of the version that their cases followed. */
    List<LeadTime> leadTimes(String code, LocalDate from, LocalDate until) throws SQLException {
        List<LeadTime> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT t.boundary, " + TIMES + " FROM service_case c JOIN service_template t "
                + "ON t.code = c.template_code AND t.version = c.template_version WHERE c.template_code = ? AND "
                + DELIVERED + " GROUP BY t.boundary ORDER BY t.boundary")) {
            select.setString(1, code);
            select.setLong(2, begins(from, zone));
            select.setLong(3, begins(until.plusDays(1), zone));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new LeadTime(row.getInt(1), row.getInt(2),
                        minutes(row.getBigDecimal(3), row.getLong(2)), minutes(row.getBigDecimal(4), 1)));
                }
            }
        }
        return result;
    }

    /** How long all customers waited, by template, version and how many stages had been done ahead. */
    List<ResponseTime> responseTimes(List<Stored> templates, LocalDate from, LocalDate until) throws SQLException {
        List<ResponseTime> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT c.template_code, c.template_version, c.ahead, " + TIMES
                + " FROM service_case c WHERE " + DELIVERED
                + " GROUP BY c.template_code, c.template_version, c.ahead ORDER BY 1, 2, 3")) {
            select.setLong(1, begins(from, zone));
            select.setLong(2, begins(until.plusDays(1), zone));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String code = row.getString(1);
                    int version = row.getInt(2);
                    Template template = templates.stream().map(Stored::template)
                        .filter(one -> one.code().equals(code) && one.version() == version).findFirst().orElseThrow();
                    result.add(new ResponseTime(code, template.name(), version, row.getInt(3), row.getInt(4),
                        minutes(row.getBigDecimal(5), row.getLong(4)), minutes(row.getBigDecimal(6), 1),
                        standard(template, row.getInt(3))));
                }
            }
        }
        return result;
    }

    private static BigDecimal standard(Template template, int done) {
        return template.stages().stream().skip(done).map(Stage::minutes).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

}
