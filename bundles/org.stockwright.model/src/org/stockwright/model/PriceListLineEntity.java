package org.stockwright.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** What customers pay for an item from a quantity on. Read-only here: its service writes it. */
@Entity(name = "PriceListLine")
@Table(name = "price_list_line")
@Cacheable(false)
public class PriceListLineEntity extends QuantityPriceEntity {

    @Column(name = "price_list")
    private String priceList;

    @ManyToOne(optional = false)
    @JoinColumn(name = "partner_id")
    private PartnerEntity customer;

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id")
    private ItemEntity item;

    /** For the persistence provider only. */
    protected PriceListLineEntity() {
        // filled by the provider
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

}
