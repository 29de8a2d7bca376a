"""Golden merges: what two note-takers find in the morning. Their outcome never changes."""

from recorder.merge.text import Merged, merge_texts


def merge(base: str, *sides: str) -> Merged:
    return merge_texts(base, sides)


## Different sentences


def test_different_sentences_are_merged_without_a_question() -> None:
    base = "الماء منقطع. الكهرباء ضعيفة. الصرف جيد."
    one = "الماء منقطع منذ شهر. الكهرباء ضعيفة. الصرف جيد."
    two = "الماء منقطع. الكهرباء ضعيفة. الصرف جيد في المركز."
    expected = "الماء منقطع منذ شهر. الكهرباء ضعيفة. الصرف جيد في المركز."
    assert merge(base, one, two) == Merged(expected)


def test_neighbouring_sentences_changed_by_two_people_are_merged() -> None:
    merged = merge("الماء. الكهرباء.", "الماء منقطع. الكهرباء.", "الماء. الكهرباء ضعيفة.")
    assert merged == Merged("الماء منقطع. الكهرباء ضعيفة.")


def test_two_neighbours_that_one_person_edited_are_two_changes() -> None:
    base = "الماء منقطع. الكهرباء ضعيفة. الصرف جيد."
    one = "الماء منقطع منذ شهر. الكهرباء ضعيفة ليلاً. الصرف جيد."
    two = "الماء منقطع. الكهرباء ضعيفة ليلاً. الصرف جيد جداً."
    expected = "الماء منقطع منذ شهر. الكهرباء ضعيفة ليلاً. الصرف جيد جداً."
    assert merge(base, one, two) == Merged(expected)


def test_sentences_added_at_one_place_by_two_people_both_stay() -> None:
    merged = merge("بدأ اللقاء.", "بدأ اللقاء. قال وسيم.", "بدأ اللقاء. قالت رنا.")
    assert merged == Merged("بدأ اللقاء. قال وسيم. قالت رنا.")


def test_a_sentence_put_before_or_behind_one_that_somebody_else_changes_stands_once() -> None:
    base = "الماء. الكهرباء. الصرف."
    assert merge(base, "الماء منقطع. الكهرباء. الصرف.", "الماء. المدارس. الكهرباء. الصرف.") == (
        Merged("الماء منقطع. المدارس. الكهرباء. الصرف.")
    )
    assert merge(base, "الماء. الكهرباء ضعيفة. الصرف.", "الماء. المدارس. الكهرباء. الصرف.") == (
        Merged("الماء. المدارس. الكهرباء ضعيفة. الصرف.")
    )


def test_the_beginning_that_two_people_added_in_the_same_words_stands_once() -> None:
    merged = merge("بدأ.", "بدأ. نعم. قال وسيم.", "بدأ. نعم. قالت رنا.")
    assert merged == Merged("بدأ. نعم. قال وسيم. قالت رنا.")


def test_one_answer_to_two_questions_stays_behind_each_of_them() -> None:
    merged = merge(
        "بدأ.", "بدأ. هل توافق البلدية؟ نعم.", "بدأ. هل يوافق الأهالي على الميزانية؟ نعم."
    )
    assert merged.text == "بدأ. هل توافق البلدية؟ نعم. هل يوافق الأهالي على الميزانية؟ نعم."
    assert merged.needs_review


def test_equal_edits_on_both_sides_are_one_edit() -> None:
    assert merge("الماء.", "الماء منقطع.", "الماء منقطع.") == Merged("الماء منقطع.")
    base = "الماء. الكهرباء."
    merged = merge(base, "الماء منقطع. الكهرباء.", "الماء منقطع. الكهرباء ضعيفة.")
    assert merged == Merged("الماء منقطع. الكهرباء ضعيفة.")


def test_three_people_are_merged_as_two_are() -> None:
    merged = merge(
        "الماء واحد. الصرف. الطرق.",
        "الماء اثنان. الصرف. الطرق.",
        "الماء واحد. الصرف سيئ. الطرق.",
        "الماء واحد. الصرف. الطرق ضيقة.",
    )
    assert merged == Merged("الماء اثنان. الصرف سيئ. الطرق ضيقة.")


def test_four_people_who_changed_one_sentence_leave_four() -> None:
    sides = [f"العدد {number} أسرة." for number in (10, 12, 15, 20)]
    merged = merge("العدد كبير.", *sides)
    assert merged == Merged("\n".join(sides), needs_review=True)


def test_of_three_people_two_of_whom_agree_there_are_two_sentences() -> None:
    merged = merge("الأحد.", "الإثنين.", "الثلاثاء.", "الإثنين.")
    assert merged.text.split("\n") == ["الإثنين.", "الثلاثاء."]


def test_texts_without_a_common_past_both_stay() -> None:
    assert merge("", "قال وسيم.", "قالت رنا.").text == "قال وسيم. قالت رنا."


## Deletions, moves and repetitions


def test_what_one_deleted_and_the_other_edited_stays_and_is_shown() -> None:
    merged = merge("تبقى. تُحذف.", "تبقى.", "تبقى. تُحذف لأنها خطأ.")
    assert merged == Merged("تبقى. تُحذف لأنها خطأ.", needs_review=True)


def test_what_one_deleted_and_the_other_left_alone_goes() -> None:
    merged = merge("تبقى. تُحذف. آخر.", "تبقى. آخر.", "تبقى. تُحذف. آخر جملة.")
    assert merged == Merged("تبقى. آخر جملة.")


def test_what_two_people_deleted_is_gone() -> None:
    merged = merge("تبقى. تُحذف. آخر.", "تبقى. آخر.", "تبقى. آخر جملة.")
    assert merged == Merged("تبقى. آخر جملة.")


def test_a_text_that_one_emptied_and_another_edited_stays_whole() -> None:
    merged = merge("الماء. الكهرباء.", "", "الماء منقطع. الكهرباء.")
    assert merged == Merged("الماء منقطع. الكهرباء.", needs_review=True)


def test_what_was_put_in_the_middle_of_what_another_deleted_keeps_its_surroundings() -> None:
    merged = merge("سألت رنا. أجاب وسيم.", "", "سألت رنا. لم يسمع. أجاب وسيم.")
    assert merged == Merged("سألت رنا. لم يسمع. أجاب وسيم.", needs_review=True)


def test_a_text_that_one_emptied_and_nobody_edited_is_empty() -> None:
    assert merge("الماء. الكهرباء.", "", "الماء. الكهرباء.") == Merged("")


def test_two_people_who_filled_an_empty_text_both_did() -> None:
    merged = merge("", "بنسبة 15", "بنسبة 12")
    assert merged.text == "بنسبة 12\nبنسبة 15"


def test_a_sentence_that_one_moved_and_the_other_left_alone_is_moved() -> None:
    merged = merge("أولى. ثانية. ثالثة.", "ثانية. ثالثة. أولى.", "أولى. ثانية. ثالثة. رابعة.")
    assert merged.text == "ثانية. ثالثة. أولى. رابعة."


def test_a_sentence_that_two_people_moved_to_one_place_stands_once() -> None:
    moved = "ثانية. ثالثة. أولى."
    merged = merge("أولى. ثانية. ثالثة.", moved, moved + " رابعة.")
    assert merged == Merged("ثانية. ثالثة. أولى. رابعة.")


def test_a_sentence_that_two_people_moved_apart_stands_twice_and_is_shown() -> None:
    base = "أولى. ثانية. ثالثة. رابعة."
    merged = merge(base, "ثانية. أولى. ثالثة. رابعة.", "ثانية. ثالثة. رابعة. أولى.")
    assert merged == Merged("ثانية. أولى. ثالثة. رابعة. أولى.", needs_review=True)


def test_a_sentence_that_one_moved_and_the_other_edited_stands_in_both_forms() -> None:
    merged = merge("الماء. الكهرباء.", "الكهرباء. الماء.", "الماء منقطع. الكهرباء.")
    assert merged == Merged("الماء منقطع. الكهرباء. الماء.", needs_review=True)


def test_a_repeated_sentence_is_not_lost() -> None:
    merged = merge("نعم. كلا. نعم.", "نعم. كلا. نعم. نعم.", "نعم. ربما. نعم.")
    assert merged.text == "نعم. ربما. نعم. نعم."
    merged = merge("بدأ.", "بدأ. نعم. نعم. لا.", "بدأ. ربما.")
    assert merged.text == "بدأ. ربما. نعم. نعم. لا."


def test_a_repetition_that_one_took_out_is_gone_once() -> None:
    merged = merge("نعم. نعم. لا.", "نعم. لا.", "نعم. نعم. لا. ربما.")
    assert merged == Merged("نعم. لا. ربما.")


## Lines, lists and white space


def test_lines_of_a_list_stay_lines() -> None:
    merged = merge("- ماء\n- كهرباء", "- ماء\n- كهرباء\n- صحة", "- ماء نظيف\n- كهرباء")
    assert merged == Merged("- ماء نظيف\n- كهرباء\n- صحة")


def test_the_number_of_a_list_line_is_part_of_it() -> None:
    base = "1. ماء الشرب\n2. الكهرباء"
    one = "1. الصحة\n2. ماء الشرب\n3. الكهرباء"
    merged = merge(base, one, base + " ليلاً")
    assert "2. الكهرباء ليلاً" in merged.text.split("\n")
    assert "3. الكهرباء" in merged.text.split("\n")
    assert "3. الكهرباء ليلاً" not in merged.text


def test_lettered_lines_and_bullets_are_units() -> None:
    merged = merge("أ- ماء\nب- كهرباء\n• صحة", "أ- ماء\nب- كهرباء\n• صحة عامة",
                   "أ- ماء نظيف\nب- كهرباء\n• صحة")  # fmt: skip
    assert merged == Merged("أ- ماء نظيف\nب- كهرباء\n• صحة عامة")


def test_blank_lines_tabs_and_indents_stay() -> None:
    base = "الماء:\n\n\t- ضعيف\n\t- مالح"
    merged = merge(base, "الماء:\n\n\t- ضعيف جداً\n\t- مالح", base + "\n\t- غالٍ")
    assert merged == Merged("الماء:\n\n\t- ضعيف جداً\n\t- مالح\n\t- غالٍ")


def test_lines_without_a_mark_that_two_people_added_are_not_read_as_one() -> None:
    merged = merge("بدأ اللقاء.", "بدأ اللقاء. قال وسيم", "بدأ اللقاء. قالت رنا")
    assert merged == Merged("بدأ اللقاء. قال وسيم\nقالت رنا")


def test_a_note_without_a_full_stop_is_gone_on_with_by_two_people() -> None:
    merged = merge("الماء منقطع", "الماء منقطع. الكهرباء ضعيفة", "الماء منقطع. الصرف سيئ")
    assert merged == Merged("الماء منقطع. الصرف سيئ\nالكهرباء ضعيفة")


def test_space_that_one_changed_is_no_contradiction() -> None:
    merged = merge("الماء منقطع. الصرف.", "الماء  منقطع.\nالصرف.", "الماء منقطع. الصرف سيئ.")
    assert merged == Merged("الماء  منقطع.\nالصرف سيئ.")


def test_a_line_end_that_one_took_out_is_gone() -> None:
    merged = merge("الماء.\nالصرف.\nالطرق.", "الماء. الصرف.\nالطرق.", "الماء.\nالصرف.\nالطرق ضيقة.")
    assert merged == Merged("الماء. الصرف.\nالطرق ضيقة.")


def test_space_at_the_end_is_nothing() -> None:
    assert merge("الماء.", "الماء.  ", "الماء. الصرف.").text == "الماء. الصرف."


def test_a_long_paragraph_without_marks_is_one_sentence_and_stands_twice() -> None:
    words = [f"كلمة{at}" for at in range(400)]
    one, two = " ".join([*words, "آخرها"]), " ".join(["أولها", *words])
    merged = merge(" ".join(words), one, two)
    assert sorted(merged.text.split("\n")) == sorted([one, two])
    assert merged.needs_review
