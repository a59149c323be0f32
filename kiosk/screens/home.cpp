// The first thing a visitor sees after touching the attract loop.
#include "screens/parts.h"

#include <cmath>

namespace kiosk::screens {

namespace {

void draw_campaigns(Frame& frame, Rect const& area)
{
    auto const& layout = frame.layout();
    auto const& pack = frame.pack();
    auto const cards = static_cast<int>(pack.campaigns.size()) + (pack.quiz.questions.empty() ? 0 : 1);
    auto const place = [&](int index) {
        return layout.portrait() ? cell_down(area, index, cards, layout.gap()) : cell(area, index, cards, layout.gap());
    };
    int index = 0;
    for (auto const& series : pack.campaigns) {
        auto const& heading = frame.in_language(series.headings);
        if (ui::card(frame.canvas(), place(index++),
                     {"home." + series.id, heading.title, heading.subtitle, series.picture}))
            frame.emit(visit::OpenSeries{series.id});
    }
    if (pack.quiz.questions.empty()) return;
    auto const& heading = frame.in_language(pack.quiz.headings);
    if (ui::card(frame.canvas(), place(index), {"home.quiz", heading.title, heading.subtitle, "passport-phone"}))
        frame.emit(visit::StartQuiz{});
}

void draw_ways(Frame& frame, Rect const& row)
{
    auto const gap = frame.layout().gap();
    auto const button = [&](int index, char const* id, char const* word, char const* icon) {
        return ui::button(frame.canvas(), cell(row, index, 3, gap),
                          {id, frame.words(word), "", icon, "", ui::ButtonStyle::calm, ui::TextStep::reading, ""});
    };
    if (button(0, "home.professionals", "home.professionals", "briefcase"))
        frame.emit(visit::OpenSeries{frame.pack().professionals.id});
    if (button(1, "home.support", "home.support", "lifebuoy")) frame.emit(visit::OpenSeries{frame.pack().support.id});
    if (button(2, "home.notice", "home.notice", "info")) frame.emit(visit::Show{visit::Screen::notice});
}

} // namespace

void draw_home(Frame& frame, visit::State const&)
{
    auto const& layout = frame.layout();
    auto area = frame.content();
    auto const small = ui::text_block(frame.canvas(), area,
                                      {"home.statement", frame.words("home.statement"), ui::TextStep::reading,
                                       ui::Face::regular, ui::Ink::quiet, ui::Role::text, 1.35F});
    cut_top(area, small, layout.px(6));
    draw_title(frame, area, "home.title", frame.words("home.title"));
    auto const ways = cut_bottom(area, layout.main_target(), layout.gap());
    draw_campaigns(frame, area);
    draw_ways(frame, ways);
}

} // namespace kiosk::screens
