package org.stockwright.model;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What customers pay for an item from a quantity on. Read-only here: its service writes it. */
@Entity(name = "PriceListLine")
@Table(name = "price_list_line")
@Cacheable(false)
public class PriceListLineEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "price_list")
    private String priceList;

    @ManyToOne(optional = false)
    @JoinColumn(name = "partner_id")
    private PartnerEntity customer;

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id")
    private ItemEntity item;

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
    protected PriceListLineEntity() {
        // filled by the provider
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** The code of the list. */
    public String getPriceList() {
        return priceList;
    }

    /** Who pays it; the row with the number 0 for all customers of the list. */
    public PartnerEntity getCustomer() {
        return customer;
    }

    /** What is sold. */
    public ItemEntity getItem() {
        return item;
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
