// The first thing a visitor sees after touching the attract loop.
#include "screens/parts/button_rows.h"
#include "screens/parts/parts.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

struct HomeCard {
    ui::Card card;
    visit::Action action;
};

// More than this hide what is below them on a portrait panel, help and support among it. Other campaigns are buttons.
constexpr std::size_t kMostCards = 3;

std::size_t campaign_cards(content::Content const& content)
{
    auto const others = content.scenes.size() + (content.quiz.questions.empty() ? 0U : 1U);
    auto const room = others < kMostCards ? kMostCards - others : std::size_t{1};
    return std::min(room, content.campaigns.size());
}

std::vector<HomeCard> cards_of(Frame const& frame)
{
    auto const& content = frame.content();
    std::vector<HomeCard> cards;
    for (auto const& set : content.scenes) {
        auto const& heading = frame.in_language(set.headings);
        cards.push_back(
            {{"home.scenes." + set.id, heading.title, heading.subtitle, set.picture}, visit::StartScene{set.id}});
    }
    for (std::size_t i = 0; i < campaign_cards(content); ++i) {
        auto const& series = content.campaigns[i];
        auto const& heading = frame.in_language(series.headings);
        cards.push_back(
            {{"home." + series.id, heading.title, heading.subtitle, series.picture}, visit::OpenSeries{series.id, ""}});
    }
    if (!content.quiz.questions.empty()) {
        auto const& heading = frame.in_language(content.quiz.headings);
        cards.push_back({{"home.quiz", heading.title, heading.subtitle, "passport-phone"}, visit::StartQuiz{}});
    }
    return cards;
}

// Beside each other where each has room for its words; else below each other.
void draw_cards(Frame& frame, Rect const& area)
{
    auto const& layout = frame.layout();
    auto const cards = cards_of(frame);
    auto const count = static_cast<int>(cards.size());
    bool const beside =
        !layout.portrait() && cell(area, 0, std::max(1, count), layout.gap()).width >= layout.units(330);
    for (int i = 0; i < count; ++i) {
        auto const& entry = cards[static_cast<std::size_t>(i)];
        auto const place = beside ? cell(area, i, count, layout.gap()) : cell_down(area, i, count, layout.gap());
        if (ui::card(frame.canvas(), place, entry.card)) frame.emit(entry.action);
    }
}

ButtonRows ways_of(Frame& frame)
{
    auto const way = [&](char const* id, char const* icon, visit::Action action) {
        return RowButton{{.id = id, .label = frame.words(id), .icon = icon}, std::move(action)};
    };
    auto const& content = frame.content();
    auto const& support = content.support;
    std::vector<RowButton> ways{
        way("home.take", "phone", visit::Navigate{visit::Screen::report_take}),
        way("home.professionals", "briefcase", visit::OpenSeries{frame.content().professionals.id, ""}),
        way("home.support", "lifebuoy", visit::OpenSeries{support.id, ""})};
    // Found by whoever looks for it, and by nobody who turns pages.
    for (auto const& page : support.pages)
        if (page.apart)
            ways.push_back({{.id = "home.worried", .label = frame.in_language(page.words).title, .icon = "question"},
                            visit::OpenSeries{support.id, page.id}});
    for (auto i = campaign_cards(content); i < content.campaigns.size(); ++i)
        ways.push_back({{.id = "home." + content.campaigns[i].id,
                         .label = frame.in_language(content.campaigns[i].headings).title,
                         .icon = "book"},
                        visit::OpenSeries{content.campaigns[i].id, ""}});
    ways.push_back(way("home.notice", "info", visit::Navigate{visit::Screen::notice}));
    auto const& layout = frame.layout();
    auto row = layout.large_text() ? layout.main_target() : layout.target();
    // One below the other, where letters are large and the panel narrow, each as high as the longest wants it.
    if (layout.large_text() && layout.narrow())
        for (auto const& entry : ways)
            row = std::max(row, ui::button_height(frame.canvas(), frame.content_area().width, entry.button));
    return {frame, std::move(ways), row, frame.layout().portrait() ? 2 : 3};
}

} // namespace

void draw_home(Frame& frame, visit::State const&)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto area = frame.content_area();
    // Portrait panels: what is only looked at stands above what is touched; large letters need the room.
    if (layout.portrait() && !layout.narrow() && !layout.large_text()) {
        auto top = area;
        top.height = within_reach(frame, area).y - area.y - layout.units(212);
        auto const width = std::min(top.width, std::round(top.height / 0.56F));
        Rect const lens{std::round(top.centre().x - width / 2), top.y, width, top.height};
        canvas.picture_in_aperture(lens, "lighthouse");
        cut_top(area, top.height, layout.units(26));
    }
    auto const small = ui::text_block(canvas, area,
                                      {"home.statement", frame.words("home.statement"), ui::TextStep::reading,
                                       ui::Face::regular, ui::Ink::quiet, ui::Role::text, 1.35F});
    cut_top(area, small, layout.units(6));
    draw_title(frame, area, "home.title", frame.words("home.title"));
    auto const ways = ways_of(frame);
    auto const foot = cut_bottom(area, ways.height(area.width), layout.gap());
    draw_cards(frame, area);
    ways.draw(foot);
}

} // namespace kiosk::screens
