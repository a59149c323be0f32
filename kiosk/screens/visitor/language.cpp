// The names of the languages in themselves; no flags, which are countries.
#include "screens/parts/parts.h"
#include "screens/visitor/visitor.h"

#include <algorithm>

namespace kiosk::screens {

void draw_language(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto area = frame.content_area();
    auto const& languages = frame.content().languages;
    auto const columns = layout.portrait() ? 1 : 2;
    auto const rows = (static_cast<int>(languages.size()) + columns - 1) / columns;
    draw_title(frame, area, "language.title", frame.words("language_screen.title"));
    area = within_reach(frame, area);
    auto const height = std::min(layout.units(190), (area.height - layout.gap() * static_cast<float>(rows - 1)) /
                                                        static_cast<float>(std::max(1, rows)));
    for (int i = 0; i < static_cast<int>(languages.size()); ++i) {
        auto const& language = languages[static_cast<std::size_t>(i)];
        auto const line =
            Rect{area.x, area.y + static_cast<float>(i / columns) * (height + layout.gap()), area.width, height};
        canvas.set_language(language);
        bool const chosen = language == state.language;
        if (ui::button(canvas, cell(line, i % columns, columns, layout.gap()),
                       {.id = "language." + language,
                        .label = frame.content().words(language, "language"),
                        .end_icon = chosen ? "check" : "chevron-right",
                        .step = ui::TextStep::title,
                        .state = chosen ? frame.words("speech.chosen") : ""}))
            frame.emit(visit::ChooseLanguage{language});
    }
    canvas.set_language(frame.language());
}

} // namespace kiosk::screens
