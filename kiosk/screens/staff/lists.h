// Parts of the charts for staff: headings, sentences, and lists in pages. Private to screens/.
#pragma once
#include "screens/staff/parts.h"
#include "ui/charts.h"

namespace kiosk::screens {

// Each takes its height from the area; an empty text takes none.
void draw_sentence(Frame& frame, Rect& area, std::string id, std::string text);
void draw_chart_title(Frame& frame, Rect& area, std::string const& title, std::string const& period);

std::string visit_count_text(Frame const& frame, std::int64_t count);
// "French: 123 visits", the label of a bar's node.
std::string bar_description(Frame const& frame, std::string const& label, std::string const& value);

// A list of rows in pages, and the page that is shown.
struct Pages {
    std::vector<std::size_t> starts{0}; // the first row of each page
    int shown = 0;
    int count() const { return static_cast<int>(starts.size()); }
};

// `above`: height of what stands above the list on its first page, [px].
Pages pages_of(Frame& frame, Rect const& area, ui::BarRows const& rows, int page, float above);
// The page that is shown, with buttons to the others.
void draw_page(Frame& frame, Rect area, ui::BarRows rows, Pages const& pages);
void draw_list(Frame& frame, Rect const& area, ui::BarRows rows, int page);

// The quiz: what was learned, and every question by its share of right answers.
void draw_quiz_figures(Frame& frame, Rect area, SpanFigures const& span, std::string const& period, int page);

} // namespace kiosk::screens
