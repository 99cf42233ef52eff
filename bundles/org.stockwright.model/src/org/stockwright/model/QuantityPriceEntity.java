package org.stockwright.model;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** What prices have in common that hold from a quantity on in a span of days. */
@MappedSuperclass
public abstract class QuantityPriceEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "unit_code")
    private String unitCode;

    @Column(name = "from_quantity")
    private BigDecimal fromQuantity;

    @Column(name = "price")
    private BigDecimal price;

    @Column(name = "currency")
    private String currency;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected QuantityPriceEntity() {
        // filled by the provider
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** The unit that price and quantity speak of. */
    public String getUnitCode() {
        return unitCode;
    }

    /** The least quantity that the price is for. */
    public BigDecimal getFromQuantity() {
        return fromQuantity;
    }

    /** Per unit. */
    public BigDecimal getPrice() {
        return price;
    }

    /** The ISO 4217 code of the price. */
    public String getCurrency() {
        return currency;
    }

    /** The first day; 1900-01-01 where nobody said one. */
    public LocalDate getValidFrom() {
        return validFrom;
    }

    /** The last day, or {@code null}. */
    public LocalDate getValidTo() {
        return validTo;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
