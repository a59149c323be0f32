#include "screens/parts/contact.h"
#include "content/offers.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::screens {

namespace {

using content::Anonymity;
using content::Channel;
using content::Reach;

bool speaks(Channel const& channel, content::Language const& language)
{
    return std::find(channel.languages.begin(), channel.languages.end(), language) != channel.languages.end();
}

// Where it can be called from, by the name of the country; "" if it can be called from anywhere.
std::string reach_words(Frame const& frame, Channel const& channel)
{
    if (channel.works_from != "country" || channel.countries.empty()) return {};
    bool const here = content::number_reach(frame.content().reporting, channel) == Reach::from_here;
    return frame.words(here ? "report.works_here_only" : "report.works_there_only",
                       {{"place", frame.place_name(channel.countries.front())}});
}

std::string phone_conditions(Frame const& frame, Channel const& channel)
{
    std::vector<std::string> conditions;
    if (channel.phone_free == "yes") conditions.push_back(frame.words("report.free"));
    if (channel.hours == "24/7") conditions.push_back(frame.words("report.day_and_night"));
    auto const line = fmt::format("{}", fmt::join(conditions, ", "));
    auto const where = reach_words(frame, channel);
    if (where.empty()) return line;
    return line.empty() ? where : line + ". " + where;
}

class Lines {
public:
    Lines(std::string id, float scale) : id_(std::move(id)), scale_(scale) {}

    void add(char const* id, std::string text, ui::TextStep step, ui::Face face, ui::Ink ink,
             ui::Role role = ui::Role::text)
    {
        if (text.empty()) return;
        blocks_.push_back({id_ + "." + id, std::move(text), step, face, ink, role, 1.3F, ui::Wrap::natural, scale_});
    }
    void quiet(char const* id, std::string text)
    {
        add(id, std::move(text), ui::TextStep::small, ui::Face::regular, ui::Ink::quiet);
    }
    std::vector<ui::TextBlock> take() { return std::move(blocks_); }

private:
    std::string id_;
    float scale_;
    std::vector<ui::TextBlock> blocks_;
};

void add_phone(Frame const& frame, Lines& lines, Channel const& channel, bool alone)
{
    if (channel.phone.empty()) return;
    // What cannot be called from here is no number to take up the telephone for.
    bool const from_here = content::number_reach(frame.content().reporting, channel) == Reach::from_here;
    auto const verb = frame.words(alone ? "report.channel_call_only" : "report.channel_call");
    lines.add("phone", fmt::format("{} {}", verb, channel.phone),
              alone && from_here ? ui::TextStep::title : ui::TextStep::lead, ui::Face::semibold, ui::Ink::text);
    lines.quiet("conditions", phone_conditions(frame, channel));
}

char const* words_of(content::TextKind kind)
{
    switch (kind) {
    case content::TextKind::chat: return "report.text_chat";
    case content::TextKind::email: return "report.text_email";
    case content::TextKind::whatsapp: break;
    }
    return "report.text_whatsapp";
}

void add_text_contacts(Frame const& frame, Lines& lines, Channel const& channel)
{
    for (auto const& contact : channel.text_contacts) {
        auto const kind = std::string(content::name(contact.kind));
        lines.add(("text." + kind).c_str(), frame.words(words_of(contact.kind), {{"contact", contact.value}}),
                  ui::TextStep::reading, ui::Face::semibold, ui::Ink::text);
    }
}

} // namespace

std::string anonymity_words(Frame const& frame, Anonymity anonymous)
{
    switch (anonymous) {
    case Anonymity::yes: return frame.words("report.anonymous_yes");
    case Anonymity::no: return frame.words("report.anonymous_no");
    case Anonymity::confidential: return frame.words("report.anonymous_confidential");
    case Anonymity::depends: return frame.words("report.anonymous_depends");
    case Anonymity::unknown: break;
    }
    return frame.words("report.anonymous_unknown");
}

std::string languages_words(Frame const& frame, Channel const& channel)
{
    if (speaks(channel, frame.language())) return {};
    if (channel.languages.empty()) return frame.words("report.channel_languages_unknown");
    std::vector<std::string> names;
    for (auto const& language : channel.languages) names.push_back(frame.words("language_name." + language));
    return frame.words(channel.interprets ? "report.channel_languages_more" : "report.channel_languages",
                       {{"languages", fmt::format("{}", fmt::join(names, ", "))}});
}

std::string spoken_address(std::string address)
{
    static std::string const kScheme = "https://";
    if (address.starts_with(kScheme)) address.erase(0, kScheme.size());
    if (address.ends_with('/')) address.pop_back();
    return address;
}

ContactLines contact_lines(Frame const& frame, Channel const& channel, ContactStyle const& look)
{
    auto const& words = frame.in_language(channel.words);
    auto const address = channel.address(frame.language());
    Lines reach(look.id, look.scale);
    reach.add("name", words.name, look.name, ui::Face::semibold, ui::Ink::text, ui::Role::heading);
    if (!address.empty()) {
        // On a narrow panel the address itself would be out of sight.
        if (look.code == CodeBeside::yes && !frame.layout().narrow())
            reach.quiet("how", frame.words("report.channel_address"));
        reach.add("address", spoken_address(address), look.name, ui::Face::semibold, ui::Ink::accent);
    }
    add_phone(frame, reach, channel, address.empty());
    add_text_contacts(frame, reach, channel);
    reach.quiet("languages", languages_words(frame, channel));
    Lines terms(look.id, look.scale);
    terms.add("receives", words.receives, look.text, ui::Face::regular, ui::Ink::text);
    terms.add("anonymous", anonymity_words(frame, channel.anonymous), look.text, ui::Face::semibold,
              channel.anonymous == Anonymity::yes ? ui::Ink::right : ui::Ink::text);
    // As plain to see as what it goes with.
    terms.add("tip", words.tip, ui::TextStep::small, ui::Face::regular, ui::Ink::text);
    return {reach.take(), terms.take()};
}

std::vector<ui::TextBlock> number_lines(Frame const& frame, Channel const& channel, std::string const& id)
{
    Lines lines(id, 1);
    lines.add("phone", fmt::format("{} {}", frame.words("report.channel_call"), channel.phone), ui::TextStep::lead,
              ui::Face::semibold, ui::Ink::text);
    lines.quiet("conditions",
                fmt::format("{} · {}", frame.in_language(channel.words).name, phone_conditions(frame, channel)));
    return lines.take();
}

} // namespace kiosk::screens
