// kiosk-bench: measures text. Finds the screen with the most letters, shapes and lays out its texts without caches,
// draws it for the first time, and draws it again; prints times and the number of calls of HarfBuzz. Called by
// tools/bench on the release build; no test depends on the timings.
#include "content/read/read.h"
#include "rehearsal/gallery.h"
#include "settings/themes.h"
#include "system/log.h"
#include "system/print.h"
#include "ui/stage.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace {

using namespace kiosk;

constexpr int kRuns = 41;

double milliseconds(std::chrono::steady_clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

struct Screen {
    content::Content const& content;
    rehearsal::View view;
    std::string language;
    ui::Layout layout{{{1920, 1080}, 22}};
    ui::Theme theme = ui::built_in_theme();

    void draw(ui::Stage& stage) const
    {
        std::vector<visit::Action> ignored;
        stage.scroller().reset();
        stage.frame(layout, theme, view.state.entered, ui::Drawing::everything, [&](ui::Canvas& canvas) {
            screens::Frame frame(canvas, content, language, ignored);
            rehearsal::draw_view(frame, view);
        });
    }
};

std::size_t letters_of(ui::Scene const& scene)
{
    std::size_t letters = 0;
    for (auto const& drawn_text : scene.drawn_texts()) letters += drawn_text.text.size();
    return letters;
}

ui::StageOptions stage_options() { return {ui::Fonts::installed_folders(), {}, Execution::on_worker, {}}; }

Screen densest(content::Content const& content, std::string const& language)
{
    ui::NoTextures textures;
    Problems problems;
    ui::Stage stage(textures, stage_options(), problems);
    Screen best{content, {}, language};
    std::size_t most = 0;
    for (auto& view : rehearsal::gallery(content, language, rehearsal::GalleryScope::all, rehearsal::kGalleryTime)) {
        if (view.display_state) continue;
        Screen screen{content, std::move(view), language};
        screen.draw(stage);
        stage.tick();
        if (letters_of(stage.scene()) <= most) continue;
        most = letters_of(stage.scene());
        best.view = screen.view;
    }
    return best;
}

void measure(Screen const& screen)
{
    ui::NoTextures textures;
    Problems problems;
    std::vector<ui::DrawnText> drawn_texts;
    std::vector<double> shaping, first, again;
    long shapings = 0;
    long shapings_again = 0;
    for (int i = 0; i < kRuns; ++i) {
        ui::Stage stage(textures, stage_options(), problems);
        auto began = std::chrono::steady_clock::now();
        screen.draw(stage);
        first.push_back(milliseconds(std::chrono::steady_clock::now() - began));
        shapings = stage.text().shapings();
        drawn_texts = stage.scene().drawn_texts();
        stage.tick();
        began = std::chrono::steady_clock::now();
        screen.draw(stage);
        again.push_back(milliseconds(std::chrono::steady_clock::now() - began));
        shapings_again = stage.text().shapings() - shapings;

        ui::TextEngine text(ui::Fonts::installed_folders(), textures, problems);
        began = std::chrono::steady_clock::now();
        for (auto const& drawn_text : drawn_texts)
            text.shape(drawn_text.text, screen.language, {ui::Face::regular, drawn_text.font_size},
                       drawn_text.rect.width);
        shaping.push_back(milliseconds(std::chrono::steady_clock::now() - began));
    }
    std::size_t letters = 0;
    for (auto const& drawn_text : drawn_texts) letters += drawn_text.text.size();
    auto const row = [](std::string const& what, std::string const& value) {
        print(Channel::output, "{:<46} {:>12}\n", what, value);
    };
    row("densest screen", screen.view.name);
    row("  letters, in texts", fmt::format("{}, {}", letters, drawn_texts.size()));
    row("  shaped and laid out, cold, median", fmt::format("{:.2f} ms", median(shaping)));
    row("  drawn for the first time, median", fmt::format("{:.2f} ms", median(first)));
    row("    HarfBuzz asked", std::to_string(shapings));
    row("  drawn again, median", fmt::format("{:.2f} ms", median(again)));
    row("    HarfBuzz asked", std::to_string(shapings_again));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        print(Channel::errors, "kiosk-bench CONTENT\n");
        return 1;
    }
    kiosk::set_log_sink([](kiosk::LogLevel, std::string_view) {}); // pictures are not asked for
    auto const content = content::read_content(argv[1]).content;
    if (content.languages.empty()) {
        print(Channel::errors, "kiosk-bench: {}: there is nothing to draw\n", argv[1]);
        return 1;
    }
    measure(densest(content, content.languages.back()));
    return 0;
}
