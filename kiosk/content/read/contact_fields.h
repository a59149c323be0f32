// The fields of a contact, each of one form: what is not of it is said with its place and is not there, so that nothing
// can lead to it. Private to content/.
#pragma once
#include "content/pack.h"
#include "toml/toml.h"

namespace kiosk::content {

// From where a number is dialled: from anywhere it begins with '+' and the country (ITU-T E.164).
enum class DialledFrom { country, anywhere };

class ContactFields {
public:
    // Borrows the reader. `what` is "channel 'be-form'".
    ContactFields(toml::TableReader& reader, std::string what) : reader_(reader), what_(std::move(what)) {}

    std::vector<std::string> countries(std::string_view key); // ISO 3166, or "*" for every country
    std::vector<std::string> languages(std::string_view key); // ISO 639-1
    std::vector<std::string> scopes(std::string_view key);
    // None of them on the deny-list.
    PerLanguage<Address> addresses(std::string_view key, Reporting const& reporting);
    std::string telephone(std::string_view key, DialledFrom from);
    // How to write instead: hosts of a chat, mail, numbers of WhatsApp.
    std::vector<TextContact> text_contacts(std::string_view key, Reporting const& reporting);
    std::string hours(std::string_view key);  // "24/7", or "" where nobody knows
    std::string name(std::string_view key);   // of people or an office: anything but nothing
    std::string source(std::string_view key); // where it was read: an address of any kind
    std::string confidence(std::string_view key);
    void country(std::string const& code, std::string_view key);

private:
    template <typename Is, typename Advice>
    std::vector<std::string> codes(std::string_view key, Is is, std::string const& what, Advice advice);
    // Of a key, whose value is not taken then.
    void complain(std::string_view key, FilePlace const& place, std::string const& fault, std::string advice);

    toml::TableReader& reader_;
    std::string what_;
};

} // namespace kiosk::content
