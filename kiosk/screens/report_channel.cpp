// The channel: its name, who receives a report, anonymous or not, the code, the address in words, the telephone. For
// this screen above all the kiosk must be right: every address comes from channels.toml, as it is there.
#include "screens/button_rows.h"
#include "screens/parts.h"
#include "visit/update.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::screens {

namespace {

using content::Anonymity;
using content::Channel;

std::string anonymity_words(Frame const& frame, Channel const& channel)
{
    switch (channel.anonymous) {
    case Anonymity::yes: return frame.words("report.anonymous_yes");
    case Anonymity::no: return frame.words("report.anonymous_no");
    case Anonymity::confidential: return frame.words("report.anonymous_confidential");
    case Anonymity::depends: return frame.words("report.anonymous_depends");
    case Anonymity::unknown: break;
    }
    return frame.words("report.anonymous_unknown");
}

// What a visitor types: the address without the scheme and a lone slash at its end.
std::string spoken_address(std::string address)
{
    static std::string const kScheme = "https://";
    if (address.starts_with(kScheme)) address.erase(0, kScheme.size());
    if (address.ends_with('/')) address.pop_back();
    return address;
}

bool speaks(Channel const& channel, content::Language const& language)
{
    return std::find(channel.languages.begin(), channel.languages.end(), language) != channel.languages.end();
}

std::string languages(Frame const& frame, Channel const& channel)
{
    std::vector<std::string> names;
    for (auto const& language : channel.languages) names.push_back(frame.words("language_name." + language));
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string phone_conditions(Frame const& frame, Channel const& channel)
{
    std::vector<std::string> conditions;
    if (channel.phone_free == "yes") conditions.push_back(frame.words("report.free"));
    if (channel.hours == "24/7") conditions.push_back(frame.words("report.day_and_night"));
    if (channel.works_from == "country") conditions.push_back(frame.words("report.works_in_country"));
    return fmt::format("{}", fmt::join(conditions, ", "));
}

std::string danger_text(Frame const& frame, content::Place const& place)
{
    if (place.emergency.empty()) return frame.words("report.channel_danger_local");
    return frame.words("report.channel_danger", {{"number", fmt::format("*{}*", fmt::join(place.emergency, " · "))}});
}

ui::TextBlock danger_block(Frame const& frame, content::Place const& place)
{
    return {"report.danger.band",
            danger_text(frame, place),
            ui::TextStep::reading,
            ui::Face::regular,
            ui::Ink::on_alarm,
            ui::Role::text,
            1.3F};
}

float danger_height(Frame& frame, float width, content::Place const& place)
{
    auto const& layout = frame.layout();
    auto const words = ui::text_height(frame.canvas(), width - 2 * layout.px(30), danger_block(frame, place));
    return std::max(layout.px(layout.low() ? 64 : 100), words + 2 * layout.px(14));
}

void draw_danger_band(Frame& frame, Rect const& band, content::Place const& place)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    canvas.fill(band, canvas.color(ui::Ink::alarm), layout.rounding());
    canvas.outline(band, canvas.color(ui::Ink::reconsider), layout.hairline(), layout.rounding());
    ui::text_centred(canvas, band.inset(layout.px(30), layout.px(8)), danger_block(frame, place));
}

// Lines of a block, one under the other; together they are taken down in size until they fit.
class Lines {
public:
    explicit Lines(Frame& frame) : frame_(frame) {}

    void add(std::string id, std::string text, ui::TextStep step, ui::Face face, ui::Ink ink)
    {
        blocks_.push_back({std::move(id), std::move(text), step, face, ink, ui::Role::text, 1.3F});
    }
    void quiet(std::string id, std::string text)
    {
        add(std::move(id), std::move(text), ui::TextStep::small, ui::Face::regular, ui::Ink::quiet);
    }
    void draw(Rect const& area) { ui::text_column(frame_.canvas(), area, blocks_, frame_.layout().px(12)); }

private:
    Frame& frame_;
    std::vector<ui::TextBlock> blocks_;
};

// How to reach it.
void draw_contact(Frame& frame, Lines& lines, Channel const& channel)
{
    auto const address = channel.address(frame.language());
    lines.add("report.channel.name", frame.in_language(channel.words).name, ui::TextStep::lead, ui::Face::semibold,
              ui::Ink::text);
    if (!address.empty()) {
        lines.quiet("report.channel.how", frame.words("report.channel_address"));
        lines.add("report.channel.address", spoken_address(address), ui::TextStep::lead, ui::Face::semibold,
                  ui::Ink::action);
    }
    if (!speaks(channel, frame.language()))
        lines.quiet("report.channel.languages",
                    frame.words("report.channel_languages", {{"languages", languages(frame, channel)}}));
    if (channel.phone.empty()) return;
    auto const verb = frame.words(address.empty() ? "report.channel_call_only" : "report.channel_call");
    lines.add("report.channel.phone", fmt::format("{} {}", verb, channel.phone),
              address.empty() ? ui::TextStep::headline : ui::TextStep::lead, ui::Face::semibold, ui::Ink::text);
    lines.quiet("report.channel.conditions", phone_conditions(frame, channel));
}

// What becomes of a report, and what to know before.
void draw_conditions(Frame& frame, Lines& lines, Channel const& channel)
{
    auto const& words = frame.in_language(channel.words);
    lines.add("report.channel.receives", words.receives, ui::TextStep::reading, ui::Face::regular, ui::Ink::text);
    lines.add("report.channel.anonymous", anonymity_words(frame, channel), ui::TextStep::reading, ui::Face::semibold,
              channel.anonymous == Anonymity::yes ? ui::Ink::right : ui::Ink::text);
    lines.quiet("report.channel.tip", words.tip);
}

void draw_unverified(Frame& frame, Lines& lines, Channel const& channel)
{
    if (!channel.verified())
        lines.add("report.channel.unverified", frame.words("report.channel_unverified"), ui::TextStep::small,
                  ui::Face::regular, ui::Ink::quiet);
}

// What the screen promises; in large text only when it leaves, which must be said.
std::string promise(Frame const& frame, visit::State const& state, bool has_code)
{
    auto const limit = std::chrono::duration_cast<Seconds>(visit::idle_limit(state, frame.pack())).count() +
                       static_cast<long>(frame.pack().timings.warning);
    auto const leaves = frame.words("report.channel_leaves", {{"seconds", std::to_string(limit)}});
    return frame.layout().large_text() || !has_code ? leaves : frame.words("report.channel_same") + " " + leaves;
}

// Beside the code what it is and how to reach it, then what becomes of a report: beside that, or below.
void draw_channel(Frame& frame, Rect area, Channel const& channel, std::string const& promised)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    ui::plate(canvas, area);
    area = area.inset(layout.px(layout.low() ? 20 : 36), layout.px(layout.low() ? 16 : 28));
    ui::TextBlock const said{"report.channel.promise", promised, ui::TextStep::small, ui::Face::regular, ui::Ink::quiet,
                             ui::Role::text,           1.35F};
    auto const foot = cut_bottom(area, ui::text_height(canvas, area.width, said), layout.px(10));
    auto const address = channel.address(frame.language());
    // A column narrower than this breaks words.
    auto const narrowest = layout.text(ui::TextStep::reading) * 11;
    auto const gap = layout.px(40);
    if (!address.empty()) {
        auto const smallest = layout.least_code();
        // On a high panel the code stands above the words, as large as a hand that trembles wants it.
        bool const upright = layout.portrait() && !layout.narrow() && !layout.large_text();
        auto const side = std::max(ui::code_side(address, smallest),
                                   upright             ? std::min(area.height * 0.46F, area.width * 0.62F)
                                   : layout.portrait() ? std::min(area.height * 0.34F, area.width * 0.42F)
                                                       : std::min(area.height, area.width * 0.32F));
        bool const beside = !upright && area.width - side - gap >= narrowest;
        auto const square = beside ? cut_left(area, side, gap) : cut_top(area, side, layout.px(24));
        ui::code(canvas, {square.x, square.y, side, std::min(side, square.height)}, "report.code", address);
        if (std::min(square.width, square.height) + 0.5F < ui::code_side(address, smallest)) canvas.misfit();
    }
    bool const two_columns = cell(area, 0, 2, gap).width >= narrowest && !layout.portrait();
    Lines contact(frame);
    Lines conditions(frame);
    draw_contact(frame, contact, channel);
    draw_conditions(frame, two_columns ? conditions : contact, channel);
    draw_unverified(frame, address.empty() && two_columns ? conditions : contact, channel);
    contact.draw(two_columns ? cell(area, 0, 2, gap) : area);
    if (two_columns) conditions.draw(cell(area, 1, 2, gap));
    ui::text_block(canvas, foot, said);
}

ButtonRows other_channels(Frame& frame, content::Place const& place, std::string const& current)
{
    std::vector<RowButton> buttons;
    for (auto const& id : place.channels) {
        auto const* channel = frame.pack().reporting.channel(id);
        if (!channel || place.channels.size() < 2) continue;
        bool const chosen = id == current;
        buttons.push_back({{"report.channel." + id, frame.in_language(channel->words).name, "", chosen ? "check" : "",
                            "", chosen ? ui::ButtonStyle::calm : ui::ButtonStyle::quiet, ui::TextStep::small,
                            chosen ? frame.words("speech.chosen") : ""},
                           visit::ChooseChannel{id}});
    }
    return {frame, std::move(buttons), frame.layout().target()};
}

// The title and beside it, or below, what to do when a child is in danger now.
void draw_head(Frame& frame, Rect& area, content::Place const& place)
{
    auto const& layout = frame.layout();
    auto const title = frame.words("report.channel_title", {{"where", frame.in_language(place.words).where}});
    auto const gap = layout.px(layout.low() ? 12 : 18);
    if (layout.portrait() || area.width < layout.px(1300)) {
        auto const height = ui::heading(frame.canvas(), {area.x, area.y, area.width, area.height * 0.3F},
                                        "report.channel.title", title, ui::TextStep::title);
        cut_top(area, height, gap);
        draw_danger_band(frame, cut_top(area, danger_height(frame, area.width, place), gap), place);
        return;
    }
    auto const width = std::round(area.width * 0.5F);
    ui::TextBlock const block{"report.channel.title", title, ui::TextStep::title, ui::Face::statement, ui::Ink::text,
                              ui::Role::heading,      1.25F, ui::Wrap::balanced};
    auto const left = area.width - width - layout.px(40);
    auto const height = std::max(danger_height(frame, width, place), ui::text_height(frame.canvas(), left, block));
    auto row = cut_top(area, height, gap);
    draw_danger_band(frame, cut_right(row, width, layout.px(40)), place);
    ui::text_centred(frame.canvas(), row, block);
}

} // namespace

void draw_report_channel(Frame& frame, visit::State const& state)
{
    auto area = frame.content();
    auto const& reporting = frame.pack().reporting;
    auto const* place = reporting.place(state.report.place);
    if (!place) place = reporting.place("unknown");
    if (!place || place->channels.empty()) return;
    auto const* channel = reporting.channel(state.report.channel);
    if (!channel) channel = reporting.channel(place->channels.front());
    if (!channel) return;

    draw_head(frame, area, *place);
    draw_report_ways(frame, area, visit::Screen::report_channel);
    auto const others = other_channels(frame, *place, channel->id);
    if (auto const height = others.height(area.width); height > 0)
        others.draw(cut_bottom(area, height, frame.layout().gap()));
    bool const has_code = !channel->address(frame.language()).empty();
    draw_channel(frame, area, *channel, promise(frame, state, has_code));
}

} // namespace kiosk::screens
