package org.mimawari.indicator.words;

/** The word lists of the product by name; each is loaded once. */
public final class Dictionary {

    /** Invoices, payments, payroll: what a thief of money looks for or hides. */
    public static final WordList FINANCE = WordList.load("finance");
    /** Warnings about break-ins, second factors, passwords: what a thief keeps from the owner. */
    public static final WordList SECURITY = WordList.load("security");
    /** Delivery failures and automatic replies. */
    public static final WordList BOUNCE = WordList.load("bounce");
    /** Urgent pleas for money, gift cards, changed bank accounts. */
    public static final WordList FRAUD = WordList.load("fraud");

    private Dictionary() {}
}
