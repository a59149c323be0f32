// What passers-by see: a large eye that looks at a place, one statement in turn in each language, and how to begin. Its
// lids sink as if it looked away; whoever touches it keeps it open. And what is left of it outside opening hours.
#include "screens/parts/parts.h"
#include "screens/visitor/attract_places.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using namespace std::chrono_literals;
// The eye at an instant of a slide: `open` and `life` (what lives in the place), each 0..1, and how far the words are
// there.
struct Eye {
    float open = 1, life = 1, words = 1;
};

// It opens, is wide for a while, sinks in three steps, and shuts for the next statement. Between those it rests.
class EyeMotion {
public:
    EyeMotion(Frame& frame, Duration slide)
        : frame_(frame),
          slide_(slide),
          sinks_(frame.canvas().picture_motion() == ui::PictureMotion::rests ? 1 : 3)
    {
    }

    Eye at(Duration passed)
    {
        if (passed < kOpening) {
            auto const share = moving(Duration(0), kOpening, passed);
            return {most_open(share), share, share};
        }
        if (passed >= slide_ - kShutting) {
            auto const share = moving(slide_ - kShutting, kShutting, passed);
            return {lowest() + (kShut - lowest()) * share, 1, 1 - share};
        }
        Eye eye;
        for (int i = 1; i <= sinks_; ++i) {
            auto const begin = kOpening + (slide_ - kOpening - kShutting) * i / (sinks_ + 1);
            if (passed < begin) break;
            auto const share = moving(begin, kSinking, passed);
            eye.open -= (1 - lowest()) / static_cast<float>(sinks_) * share;
            // A breath of light.
            eye.life = 1 - 0.6F * 4 * share * (1 - share);
        }
        return eye;
    }

    // Lids open onto a place, never onto an empty lens: not before its picture is there, `share` 0..1.
    static float most_open(float share) { return kShut + (1 - kShut) * share; }

    // When the next movement begins.
    void request_next(Instant since, Duration passed)
    {
        for (int i = 1; i <= sinks_; ++i)
            if (auto const begin = kOpening + (slide_ - kOpening - kShutting) * i / (sinks_ + 1); begin > passed)
                return frame_.canvas().frame_requests().add(since + begin, "lids sink");
        if (slide_ - kShutting > passed)
            frame_.canvas().frame_requests().add(since + (slide_ - kShutting), "lids shut");
    }

private:
    static constexpr Duration kOpening = 900ms;
    static constexpr Duration kSinking = 800ms;
    static constexpr Duration kShutting = 450ms;
    static constexpr float kShut = 0.03F;
    static float lowest() { return 0.34F; }

    float moving(Duration begin, Duration length, Duration passed)
    {
        if (passed >= begin + length) return 1;
        auto& canvas = frame_.canvas();
        canvas.frame_requests().add(canvas.now() + next_frame(frame_), "the eye moves");
        auto const share = static_cast<float>((passed - begin).count()) / static_cast<float>(length.count());
        return share * share * (3 - 2 * share);
    }

    Frame& frame_;
    Duration slide_;
    int sinks_;
};

void draw_eye(Frame& frame, Rect const& place, std::string const& picture, Eye const& eye)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    canvas.fill_aperture(place, canvas.color(ui::Ink::raised)); // the lids
    canvas.living_picture(place, place, picture, eye.life, eye.open);
    canvas.outline_aperture(place, canvas.color(ui::Ink::line), layout.units(3));
    if (eye.open < 1)
        canvas.outline_aperture(place, canvas.color(ui::Ink::accent).with_alpha(0.8F), layout.units(4), eye.open);
}

// As large as there is room for, with what follows the statement beside the button for reporting, or above it.
void draw_words(Frame& frame, Rect place, WordsRoom const& room, AttractWords words)
{
    auto& canvas = frame.canvas();
    constexpr float kSmallest = 0.5F;
    constexpr float kStepDown = 0.05F;
    auto const gap = attract_words_gap(frame);
    cut_top(place, ui::text_block(canvas, place, words.about), gap / 2);
    for (float scale = 1; room.beside && scale > kSmallest; scale -= kStepDown) {
        words.statement.scale = words.sub.scale = scale;
        auto const width = room.beside->right - place.x;
        auto const top = place.y + ui::text_height(canvas, place.width, words.statement) + gap;
        auto const below = ui::text_height(canvas, width, words.sub);
        if (top + below <= room.beside->foot) {
            ui::text_block(canvas, place, words.statement);
            ui::text_block(canvas, {place.x, top, width, below + 1}, words.sub);
            return;
        }
        if (top + ui::text_height(canvas, place.width, words.sub) <= place.bottom()) break;
    }
    words.statement.scale = words.sub.scale = 1;
    ui::text_column(canvas, place, {words.statement, words.sub}, gap);
}

// Each name in itself, set by its own language's rules, all in letters of one size.
void draw_languages(Frame& frame, AttractFoot const& foot)
{
    auto& canvas = frame.canvas();
    auto const& languages = frame.content().languages;
    auto const count = static_cast<int>(languages.size());
    auto const gap = frame.layout().gap();
    auto const button_of = [&](content::Language const& language) {
        return ui::Button{.id = "attract.language." + language,
                          .label = frame.content().words(language, "language"),
                          .style = ui::ButtonStyle::quiet};
    };
    auto const place_of = [&](int i) {
        auto const rows = (count + foot.columns - 1) / foot.columns;
        return cell(cell_down(foot.languages, i / foot.columns, rows, gap), i % foot.columns, foot.columns, gap);
    };
    auto size = frame.layout().text(ui::TextStep::reading);
    for (int i = 0; i < count; ++i) {
        auto const& language = languages[static_cast<std::size_t>(i)];
        canvas.set_language(language);
        auto const place = place_of(i);
        size = std::min(size, ui::button_label_size(canvas, {place.width, place.height}, button_of(language)));
    }
    for (int i = 0; i < count; ++i) {
        auto const& language = languages[static_cast<std::size_t>(i)];
        canvas.set_language(language);
        auto button = button_of(language);
        button.most = size;
        if (ui::button(canvas, place_of(i), button)) frame.emit(visit::ChooseLanguage{language});
    }
}

void draw_report(Frame& frame, Rect const& place, content::Language const& language)
{
    auto& canvas = frame.canvas();
    canvas.set_language(language);
    // Not in the colour of the action: it stands there all day, and would burn in.
    if (ui::button(canvas, place,
                   {.id = "attract.report", .label = frame.content().words(language, "bar.report"), .icon = "eye"}))
        frame.emit(visit::OpenReport{language});
}

// The eye changes colour with every slide: it never moves, and would burn in.
void draw_touch(Frame& frame, Rect row, std::string const& begin, int slide)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const eye = cut_left(row, layout.units(64), layout.units(22));
    canvas.icon({eye.x, std::round(row.centre().y - eye.width / 2), eye.width, eye.width}, "eye",
                canvas.color(slide % 2 == 0 ? ui::Ink::text : ui::Ink::line));
    ui::text_centred(canvas, row,
                     {"attract.touch", begin, layout.narrow() ? ui::TextStep::reading : ui::TextStep::lead,
                      ui::Face::semibold, ui::Ink::text, ui::Role::text, 1.3F, ui::Wrap::balanced});
}

} // namespace

void draw_attract(Frame& frame, visit::State const& state)
{
    auto& canvas = frame.canvas();
    if (frame.content().attract.empty()) return;
    auto const slide = slide_at(frame.content(), state.attract_slide);
    auto const passed = canvas.now() - state.slide_since;
    EyeMotion motion(frame, duration_of(frame.content().timings.attract_slide));
    auto eye = motion.at(passed);
    motion.request_next(state.slide_since, passed);
    // A finger that rests keeps it wide.
    if (canvas.pressed("attract.begin")) eye = {};
    bool const rests = frame.touch() == Touch::rests;
    auto const foot = attract_foot(frame);
    auto const room = words_room(frame, foot);
    auto const place = eye_place(frame, room);
    eye.open = std::min(eye.open, EyeMotion::most_open(canvas.picture_share(place, slide.words->picture)));
    draw_eye(frame, place, slide.words->picture, eye);
    canvas.set_language(slide.language);
    auto const begin = frame.content().words(slide.language, "attract.begin");
    canvas.add({ui::Role::button, "attract.begin", begin, "", slide.language, frame.layout().screen(), ui::Tap::tap});
    auto const mark = canvas.mark();
    draw_words(frame, words_place(frame, place, room), room, attract_words(frame, slide, ui::Ink::text));
    canvas.fade_since(mark, eye.words);
    if (rests) {
        draw_touch_missing(frame, slide.language, state.attract_slide);
    } else {
        draw_touch(frame, foot.touch, begin, state.attract_slide);
        draw_report(frame, foot.report, slide.language);
        draw_languages(frame, foot);
    }
    // Keys begin a visit even then.
    if (canvas.tapped("attract.begin")) frame.emit(visit::Begin{});
}

void draw_eye_opening(Frame& frame, visit::State const& state, float share)
{
    auto& canvas = frame.canvas();
    if (frame.content().attract.empty()) return;
    auto const panel = frame.layout().screen();
    auto const place = eye_place(frame, words_room(frame, attract_foot(frame)));
    // Grown, the eye is so large that the panel lies within it.
    Rect const grown{panel.x - panel.width * 0.75F, panel.y - panel.height * 0.5F, panel.width * 2.5F,
                     panel.height * 2};
    auto const between = [share](float from, float to) { return from + (to - from) * share; };
    Rect const now{between(place.x, grown.x), between(place.y, grown.y), between(place.width, grown.width),
                   between(place.height, grown.height)};
    canvas.fill(panel, canvas.color(ui::Ink::ground));
    canvas.living_picture(place, now, slide_at(frame.content(), state.attract_slide).words->picture, 1);
}

void draw_asleep(Frame& frame, int minutes)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    if (frame.content().attract.empty()) return draw_dark(frame);
    // Another language each minute, another picture when all have been.
    auto const slide = slide_at(frame.content(), minutes);
    canvas.set_language(slide.language);
    auto const margin = layout.low() ? layout.units(40) : layout.margin();
    auto const line = std::max(layout.units(64), std::round(layout.text(ui::TextStep::lead) * 1.35F));
    auto const panel = layout.screen();
    Rect const foot{margin, panel.height - line - layout.units(layout.low() ? 24 : 50), panel.width - 2 * margin, line};
    WordsRoom const room{foot.x, foot.right(), foot.y, {}};
    auto const place = eye_place(frame, room);
    draw_eye(frame, place, slide.words->picture, {});
    draw_words(frame, words_place(frame, place, room), room, attract_words(frame, slide, ui::Ink::quiet));
    ui::text_centred(canvas, foot,
                     {"asleep.wake", frame.content().words(slide.language, "attract.asleep"), ui::TextStep::reading,
                      ui::Face::regular, ui::Ink::quiet, ui::Role::text, 1.3F});
}

void draw_dark(Frame& frame)
{
    // Nothing to see; what can be done is still there for speech.
    auto const& languages = frame.content().languages;
    auto const language = languages.empty() ? content::Language("en") : languages.front();
    frame.canvas().set_language(language);
    frame.canvas().add({ui::Role::text, "asleep.dark", frame.content().words(language, "attract.asleep"), "", language,
                        frame.layout().screen()});
}

} // namespace kiosk::screens
