// What passers-by see: a scene through the opening aperture, one statement in turn in each language, and how to begin.
#include "screens/parts.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using namespace std::chrono_literals;
constexpr Duration kCrossFade = 900ms;

struct Slide {
    content::AttractSlide const* words;
    content::Language language;
};

Slide slide_at(content::Pack const& pack, int index)
{
    auto const languages = std::max<std::size_t>(1, pack.languages.size());
    auto const i = static_cast<std::size_t>(std::max(0, index));
    return {&pack.attract[i / languages % pack.attract.size()],
            pack.languages.empty() ? content::Language("en") : pack.languages[i % languages]};
}

// Entering eases out: fast, then slow.
float eased(float share) { return 1 - (1 - share) * (1 - share) * (1 - share); }

Rect lens_place(ui::Layout const& layout)
{
    auto const panel = layout.panel();
    if (layout.portrait()) {
        auto const width = panel.width * 1.28F;
        return {panel.width / 2 - width / 2, panel.height * 0.05F, width, width * 0.62F};
    }
    auto const width = panel.width * 0.8F;
    auto const height = std::min(panel.height * 0.78F, width * 0.56F);
    return {panel.width * 0.27F, panel.height * 0.44F - height / 2, width, height};
}

void draw_words(Frame& frame, Slide const& slide, Rect area)
{
    auto& canvas = frame.canvas();
    canvas.set_language(slide.language);
    auto const words = [&](std::string const& key) { return frame.pack().words(slide.language, key); };
    auto const key = "attract." + slide.words->id;
    auto const height = ui::heading(canvas, {area.x, area.y, area.width, area.height * 0.75F}, "attract.statement",
                                    words(key), ui::TextStep::statement);
    cut_top(area, height, frame.layout().px(28));
    ui::text_block(canvas, area,
                   {"attract.sub", words(key + "_sub"), ui::TextStep::lead, ui::Face::regular, ui::Ink::quiet,
                    ui::Role::text, 1.35F, ui::Wrap::balanced});
}

void draw_languages(Frame& frame, Rect const& row)
{
    auto const& languages = frame.pack().languages;
    auto const count = static_cast<int>(languages.size());
    for (int i = 0; i < count; ++i) {
        auto const& language = languages[static_cast<std::size_t>(i)];
        auto const own_name = frame.pack().words(language, "language");
        frame.canvas().set_language(language);
        auto const rect = cell(row, i, count, frame.layout().gap());
        if (ui::button(frame.canvas(), rect,
                       {"attract.language." + language, own_name, "", "", "", ui::ButtonStyle::quiet,
                        ui::TextStep::reading, ""}))
            frame.emit(visit::ChooseLanguage{language});
    }
}

} // namespace

void draw_attract(Frame& frame, visit::State const& state)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    if (frame.pack().attract.empty()) return;
    auto const slide = slide_at(frame.pack(), state.attract_slide);
    auto const before = slide_at(frame.pack(), state.attract_slide - 1);
    auto const lens = lens_place(layout);
    auto const since = canvas.now() - state.slide_since;
    bool const changes = slide.words->picture != before.words->picture && state.attract_slide > 0;
    float const share =
        std::clamp(static_cast<float>(since.count()) / static_cast<float>(kCrossFade.count()), 0.F, 1.F);
    if (share < 1 && changes && canvas.now() > state.slide_since) {
        canvas.lens_picture(lens, before.words->picture);
        canvas.lens_picture(lens, slide.words->picture, eased(share));
        canvas.wakes().ask(canvas.now() + 16ms, "attract cross-fade");
    } else if (!canvas.lens_picture(lens, slide.words->picture)) {
        canvas.lens(lens, canvas.color(ui::Ink::raised));
    }
    canvas.lens_outline(lens, canvas.color(ui::Ink::action).with_alpha(0.4F), layout.px(3));

    auto const ground = canvas.color(ui::Ink::ground);
    auto const panel = layout.screen();
    auto foot = Rect{layout.margin(), panel.bottom() - layout.px(layout.portrait() ? 420 : 220),
                     panel.width - 2 * layout.margin(), layout.px(layout.portrait() ? 340 : 150)};
    // The scrim under the words: full where they stand, gone where the scene is looked at.
    if (layout.portrait()) {
        auto const middle = lens.bottom() - lens.height * 0.25F;
        canvas.fade_down({0, middle - layout.px(260), panel.width, layout.px(260)}, ground.with_alpha(0), ground);
        canvas.fill({0, middle, panel.width, panel.height - middle}, ground);
    } else {
        canvas.fade_across({panel.width * 0.3F, 0, panel.width * 0.36F, panel.height}, ground.with_alpha(0.97F),
                           ground.with_alpha(0));
        canvas.fill({0, 0, panel.width * 0.3F, panel.height}, ground.with_alpha(0.97F));
    }
    canvas.add({ui::Role::button, "attract.begin", frame.pack().words(slide.language, "attract.begin"), "",
                slide.language, panel, ui::Tap::tap});
    auto const words_top = layout.portrait() ? lens.bottom() - lens.height * 0.18F : panel.height * 0.2F;
    draw_words(frame, slide,
               {layout.margin(), words_top, layout.portrait() ? foot.width : panel.width * 0.42F,
                foot.y - words_top - layout.px(20)});

    canvas.set_language(slide.language);
    auto row = layout.portrait() ? cut_top(foot, layout.px(90), layout.px(30))
                                 : cut_left(foot, panel.width * 0.34F, layout.gap());
    auto const eye = cut_left(row, layout.px(64), layout.px(22));
    canvas.icon({eye.x, row.centre().y - eye.width / 2, eye.width, eye.width}, "eye", canvas.color(ui::Ink::action));
    auto const begin = frame.pack().words(slide.language, "attract.begin");
    auto const line = layout.text(ui::TextStep::lead) * 1.35F;
    ui::text_block(
        canvas, {row.x, std::round(row.centre().y - line / 2), row.width, line * 1.2F},
        {"attract.touch", begin, ui::TextStep::lead, ui::Face::semibold, ui::Ink::text, ui::Role::text, 1.35F});
    auto const height = layout.main_target();
    if (layout.portrait()) {
        draw_languages(frame, {foot.x, foot.y, foot.width, height});
    } else {
        draw_languages(frame, {foot.x, std::round(foot.centre().y - height / 2), foot.width, height});
    }
    if (canvas.tapped("attract.begin")) frame.emit(visit::Begin{});
}

} // namespace kiosk::screens
