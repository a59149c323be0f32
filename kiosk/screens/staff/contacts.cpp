#include "screens/staff/contacts.h"
#include "base/escape_controls.h"
#include "base/utf8.h"
#include "screens/parts/contact.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>

namespace kiosk::screens {

namespace {

using content::ContactChange;
using content::ContactKind;

// One line, without anything that turns the direction of writing or hides letters.
std::string shown(std::string const& text)
{
    auto line = escape_controls(text);
    if (count_code_points(line) <= kLongestListed) return line;
    std::size_t end = 0;
    for (std::size_t i = 0; i < kLongestListed; ++i) next_code_point(line, end);
    return line.substr(0, end) + "…";
}

// The name of a contact, place or page in the content now shown; its id where it is new.
std::string subject_name(Frame const& frame, std::string const& id)
{
    auto const& reporting = frame.content().reporting;
    if (id == "residents:") return frame.staff_words("contacts.residents");
    if (id == "online:") return frame.staff_words("contacts.online");
    auto name = std::string();
    if (auto const* channel = reporting.channel(id)) name = frame.in_language(channel->words).name;
    if (reporting.place(id) || content::is_country(id)) name = frame.place_name(id);
    for (auto const& page : frame.content().support.pages)
        if (page.id == id) name = frame.in_language(page.words).title;
    return name.empty() ? escape_controls(id) : name;
}

std::string language_words(Frame const& frame, std::string const& language)
{
    auto const key = "language_name." + language;
    auto const& words = frame.words(key);
    return words == key ? escape_controls(language) : words;
}

char const* key_of(ContactKind kind)
{
    switch (kind) {
    case ContactKind::address: return "contacts.address";
    case ContactKind::telephone: return "contacts.telephone";
    case ContactKind::writing: return "contacts.writing";
    case ContactKind::from_abroad: return "contacts.from-abroad";
    case ContactKind::anonymous: return "contacts.anonymous";
    case ContactKind::free: return "contacts.free";
    case ContactKind::hours: return "contacts.hours";
    case ContactKind::speaks: return "contacts.speaks";
    case ContactKind::works_from: return "contacts.works-from";
    case ContactKind::run_by: return "contacts.run-by";
    case ContactKind::received_by: return "contacts.received-by";
    case ContactKind::emergency: return "contacts.emergency";
    case ContactKind::name: return "contacts.name";
    case ContactKind::receives: return "contacts.receives";
    case ContactKind::tip: return "contacts.tip";
    case ContactKind::leads_to: return "contacts.leads-to";
    case ContactKind::home: return "contacts.home";
    case ContactKind::in_text: return "contacts.in-text";
    case ContactKind::words: return "contacts.words";
    case ContactKind::picture: return "contacts.picture";
    }
    return "contacts.of";
}

// "Child Focus: telephone", "I say STOP!: address, French". A key of the words that lead to a report says nothing here:
// the words themselves stand below.
std::string title_of(Frame const& frame, ContactChange const& change)
{
    auto title = frame.staff_words(key_of(change.kind));
    bool const key = change.kind == ContactKind::words && change.of.find('.') != std::string::npos;
    if (change.kind != ContactKind::home && change.kind != ContactKind::in_text && !key)
        title = frame.staff_words("contacts.of", {{"who", subject_name(frame, change.of)}, {"what", title}});
    return change.language.empty() ? title : title + ", " + language_words(frame, change.language);
}

// Of each of several, between separators, its words.
std::string each_of(std::string_view text, std::string_view separator,
                    std::function<std::string(std::string const&)> const& words)
{
    std::vector<std::string> all;
    while (!text.empty()) {
        auto const end = text.find(separator);
        all.push_back(words(std::string(text.substr(0, end))));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
    }
    return fmt::format("{}", fmt::join(all, ", "));
}

// "101 (police)", or the number alone if it is for all emergencies.
std::string number_words(Frame const& frame, std::string const& entry)
{
    auto const blank = entry.rfind(' ');
    auto const number = entry.substr(0, blank);
    return entry.substr(blank + 1) == content::name(content::EmergencyServices::police)
               ? frame.words("report.number_police", {{"number", escape_controls(number)}})
               : number;
}

std::string promise_words(Frame const& frame, std::string const& text)
{
    using enum content::Anonymity;
    for (auto const anonymous : {yes, no, confidential, depends})
        if (content::name(anonymous) == text) return anonymity_words(frame, anonymous);
    return anonymity_words(frame, unknown);
}

// A value of a change as staff read it: ids and keywords of the file are replaced by names and words.
std::string value_text(Frame const& frame, ContactChange const& change, std::string const& text)
{
    if (text.empty() && change.kind != ContactKind::anonymous) return frame.staff_words("contacts.nothing");
    switch (change.kind) {
    case ContactKind::leads_to:
    case ContactKind::home:
    case ContactKind::from_abroad:
        return shown(each_of(text, ", ", [&](std::string const& id) { return subject_name(frame, id); }));
    case ContactKind::emergency:
        return shown(each_of(text, ", ", [&](std::string const& entry) { return number_words(frame, entry); }));
    case ContactKind::writing:
        return shown(each_of(text, ", ", [](std::string const& way) { return way.substr(way.find(' ') + 1); }));
    case ContactKind::speaks:
        return shown(each_of(text, " ", [&](std::string const& code) { return language_words(frame, code); }));
    case ContactKind::anonymous: return promise_words(frame, text);
    case ContactKind::free:
    case ContactKind::works_from: return frame.staff_words("contacts." + text);
    default: return shown(text);
    }
}

} // namespace

void draw_contact_changes(Frame& frame, StaffColumn& column, staff::StagedContent const& staged)
{
    column.text("content.signers",
                frame.staff_words(staged.signers > 1 ? "contacts.two_signed" : "contacts.one_signed"), ui::Ink::quiet);
    auto const& changes = staged.contacts;
    if (changes.empty()) {
        column.text("content.contacts.same", frame.staff_words("contacts.same"));
        return;
    }
    column.heading("content.contacts", frame.staff_words("contacts.title"));
    column.text("content.contacts.how", frame.staff_words("contacts.how"));
    auto const listed = std::min(changes.size(), kMostListed);
    for (std::size_t i = 0; i < listed; ++i) {
        auto const id = fmt::format("content.contact.{}", i + 1);
        auto const& change = changes[i];
        column.note(id, title_of(frame, change));
        column.text(id + ".before",
                    frame.staff_words("contacts.before", {{"text", value_text(frame, change, change.before)}}),
                    ui::Ink::quiet);
        column.text(id + ".after",
                    frame.staff_words("contacts.after", {{"text", value_text(frame, change, change.after)}}),
                    ui::Ink::reconsider);
        column.space(10);
    }
    if (changes.size() > listed)
        column.text("content.contacts.more",
                    frame.staff_words("contacts.more", {{"n", std::to_string(changes.size() - listed)}}),
                    ui::Ink::reconsider);
}

} // namespace kiosk::screens
