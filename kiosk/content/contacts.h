// Where reports go, and whom visitors are told to call: every address, number and word of a channel, which channels a
// place or a page of support leads to, and addresses and numbers that stand in a text. What differs between two
// editions of the content, one change each, so that people can read it before it is shown; and whether two of them must
// have signed it. Pure.
#pragma once
#include "content/pack.h"

#include <filesystem>
#include <set>

namespace kiosk::content {

enum class ContactKind {
    address,   // of a channel, in a language
    telephone, // of a channel, as the following nine: each by itself, so that a person sees the one thing that changes
    writing,   // "chat x.be, email a@x.be"
    from_abroad, // the channel that answers callers from abroad
    anonymous,   // "" where nobody knows, as for the following six
    free,        // of charge: "yes" or "no"
    hours,
    speaks,     // languages: "fr nl"
    works_from, // "country" or "anywhere"
    run_by,
    received_by,
    emergency, // of a place
    name,      // of a channel, in a language, as the following two
    receives,
    tip,
    leads_to, // the channels of a place, or of a page of support
    home,     // the place where the kiosk stands
    in_text,  // an address or a number that no channel has, or a number that no text had, in a text that visitors read
    words,    // of the pages that lead to a report, in a language, by their key
    picture,  // that is new or another one: what it shows is not looked into (picture_changes)
};
// "address", "leads-to" and so on, for the office.
std::string_view name(ContactKind kind);

// What stood there and what is to stand there; "" where there was or will be nothing.
struct ContactChange {
    ContactKind kind = ContactKind::address;
    std::string of; // id of a channel, a place or a page
    Language language;
    std::string before, after;
    bool needs_two = true; // people who sign it
    bool operator==(ContactChange const&) const = default;

    // "channel 'be-form', address (fr): 'https://…' becomes 'https://…'", for the office.
    std::string line() const;
};

// `hosts`: where any address may move with one signature. Without being named there each channel's address may move on
// the hosts that this channel has in the edition before.
std::vector<ContactChange> contact_changes(Pack const& before, Pack const& after,
                                           std::vector<std::string> const& hosts = {});

// Pictures of a later edition that an earlier one had not, or had with other bytes. Reads two folders.
std::vector<ContactChange> picture_changes(std::filesystem::path const& before, std::filesystem::path const& after);

// Whether one of them needs two signatures.
bool need_two(std::vector<ContactChange> const& changes);

// What a reader would take for an address ("www.x.be", "x.be/y", "a@x.be", "https://…") or would dial (six digits, or
// fewer behind a '+' or a 0): addresses in small letters, numbers as digits.
std::set<std::string> named_in(std::string_view text);

} // namespace kiosk::content
