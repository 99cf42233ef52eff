package org.stockwright.model;

import java.math.BigDecimal;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The terms on which a supplier sells an item. */
@Entity(name = "ItemSupplier")
@Table(name = "item_supplier")
@Cacheable(false)
public class ItemSupplierEntity {

    @Id
    @Column(name = "id")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id")
    private ItemEntity item;

    @ManyToOne(optional = false)
    @JoinColumn(name = "partner_id")
    private PartnerEntity supplier;

    @Column(name = "supplier_code")
    private String supplierCode;

    @Column(name = "price")
    private BigDecimal price;

    @Column(name = "currency")
    private String currency;

    @Column(name = "unit_code")
    private String unitCode;

    @Column(name = "minimum")
    private BigDecimal minimum;

    @Column(name = "multiple")
    private BigDecimal multiple;

    @Column(name = "lead_time_days")
    private Integer leadTimeDays;

    @Column(name = "supplier_rank")
    private int rank;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected ItemSupplierEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public ItemSupplierEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What is sold. */
    public ItemEntity getItem() {
        return item;
    }

    /** Sets what {@link #getItem} tells. */
    public void setItem(ItemEntity item) {
        this.item = item;
    }

    /** Who sells it. */
    public PartnerEntity getSupplier() {
        return supplier;
    }

    /** Sets what {@link #getSupplier} tells. */
    public void setSupplier(PartnerEntity supplier) {
        this.supplier = supplier;
    }

    /** The supplier's own code for it, or {@code null}. */
    public String getSupplierCode() {
        return supplierCode;
    }

    /** Sets what {@link #getSupplierCode} tells. */
    public void setSupplierCode(String supplierCode) {
        this.supplierCode = supplierCode;
    }

    /** Per unit, or {@code null}. */
    public BigDecimal getPrice() {
        return price;
    }

    /** Sets what {@link #getPrice} tells. */
    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    /** The ISO 4217 code of the price, or {@code null}. */
    public String getCurrency() {
        return currency;
    }

    /** Sets what {@link #getCurrency} tells. */
    public void setCurrency(String currency) {
        this.currency = currency;
    }

    /** The unit that price, minimum and multiple speak of, or {@code null}. */
    public String getUnitCode() {
        return unitCode;
    }

    /** Sets what {@link #getUnitCode} tells. */
    public void setUnitCode(String unitCode) {
        this.unitCode = unitCode;
    }

    /** The least that is sold, or {@code null}. */
    public BigDecimal getMinimum() {
        return minimum;
    }

    /** Sets what {@link #getMinimum} tells. */
    public void setMinimum(BigDecimal minimum) {
        this.minimum = minimum;
    }

    /** What orders are a multiple of, or {@code null}. */
    public BigDecimal getMultiple() {
        return multiple;
    }

    /** Sets what {@link #getMultiple} tells. */
    public void setMultiple(BigDecimal multiple) {
        this.multiple = multiple;
    }

    /** Days from order to receipt, or {@code null}. */
    public Integer getLeadTimeDays() {
        return leadTimeDays;
    }

    /** Sets what {@link #getLeadTimeDays} tells. */
    public void setLeadTimeDays(Integer leadTimeDays) {
        this.leadTimeDays = leadTimeDays;
    }

    /** 1 for the first choice. */
    public int getRank() {
        return rank;
    }

    /** Sets what {@link #getRank} tells. */
    public void setRank(int rank) {
        this.rank = rank;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
