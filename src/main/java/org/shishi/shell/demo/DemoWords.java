package org.shishi.shell.demo;

import java.util.Map;

/** What is said in the demonstration's loops. */
final class DemoWords {
    static final Map<String, String> REJECT = Map.of("reason", "同一事项已在办理，进展已告知来电人", "basis", "办理规则：同一事实和理由不重复受理");
    static final Map<String, String> RETURN = Map.of("objection", "不属我单位职责，已与派单员核对", "duty-item", "权责清单：该事项由行业主管部门负责");
    static final Map<String, String> CONTACT = Map.of("contacted", "spoken", "note", "已与来电人通话，约定查看时间");
    static final Map<String, String> HELP = Map.of("assistant", "gongan", "request", "请配合维护现场秩序，反馈处置情况。");
    static final Map<String, String> PROGRESS = Map.of("progress", "已到现场查看，正在安排处置。");
    static final Map<String, String> APPROVE = Map.of("opinion", "情况属实，同意延期，过渡措施务必落实。");
    static final Map<String, String> UNREASONABLE = Map.of("finding", "经实地核查，诉求缺乏政策依据", "basis", "相关政策文件已随件告知");
    static final Map<String, String> REWORK = Map.of("demand", "按来电人指出的问题逐项返工，附完工照片。");

    private DemoWords() {}
}
